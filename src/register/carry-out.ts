import type { Consequence } from '#casework/rule-set.ts'
import { differing } from '#changes/fold.ts'
import { appendByServer } from './append-by-server.ts'
import type { Neighbours } from './neighbours.ts'
import type { RecordRow } from './rows.ts'
import type { Work } from './work.ts'

/** What a rule wants of a case, and the rows around that case. */
interface ToDo {
  readonly near: Neighbours
  readonly home: RecordRow
  readonly wanted: Consequence
}

/** Ids follow from the rule, so that a record is opened once; a record that says so already is not changed again. */
export async function carryOut(work: Work, { near, home, wanted }: ToDo): Promise<void> {
  if (wanted.record !== undefined) {
    const before = near.rows.find(row => row.id === wanted.record)
    if (!before || Object.keys(differing(before.content, wanted.set)).length === 0) return
    const { type, set } = wanted
    return appendByServer(work, near, { home, before, type, record: before.id, set, origin: 'rule' })
  }
  const record = work.register.keys.reference('rule', `${home.id}/${wanted.key}`)
  if (near.rows.some(row => row.id === record)) return
  const { type, set } = wanted
  return appendByServer(work, near, { home, before: null, type, record, set, origin: 'rule' })
}
