import type { RecordView } from '#changes/change.ts'
import * as calls from '../api/calls.ts'
import { changing, isSaved, send } from '../api/push.ts'

/** Pages of fifty that are looked through: who comes from a list has just seen the record near its top. */
const pages = 10

/**
 * A lead or a contact with the hotline says from now on which case it became or belongs to; a lead counted nobody before.
 * False when it was not found or not saved.
 */
export async function became(
  type: 'lead' | 'call',
  record: string,
  kase: string,
  dictionary: number,
): Promise<boolean> {
  const seen = await found(type, record)
  if (!seen) return false
  const set = { case: kase, ...(type === 'lead' ? { state: 'became_case' } : {}) }
  const [result] = await send([changing(seen, set, dictionary)])
  return isSaved(result)
}

async function found(type: string, record: string): Promise<RecordView | null> {
  let after: string | null = null
  for (let page = 0; page < pages; page++) {
    const { items, next } = await calls.records(type, after ?? undefined)
    const seen = items.find(item => item.id === record)
    if (seen) return seen as RecordView
    if (next === null) return null
    after = next
  }
  return null
}
