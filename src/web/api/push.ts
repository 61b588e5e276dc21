import { uuidv7 } from 'uuidv7'
import type { Change, ChangeResult, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import * as calls from './calls.ts'
import { queries } from './query.ts'

/** Where a new record belongs. For a person and a case the record itself is meant. */
export interface Place {
  readonly office: string
  readonly person: string | null
  readonly case: string | null
}

export const newId = (): string => uuidv7()

/** The change that creates a record (base 0). `record` is made by us, so a second push of the same change is harmless. */
export function creating(type: string, place: Place, set: Content, dictionary: number, record = newId()): Change {
  return { id: newId(), type, record, base: 0, ...place, set, madeAt: new Date().toISOString(), dictionary }
}

/** The change of some fields of a record as this screen saw it; the version seen goes along. */
export function changing(seen: RecordView, set: Content, dictionary: number, resolves?: string): Change {
  return {
    id: newId(),
    type: seen.type,
    record: seen.id,
    base: seen.version,
    office: seen.office,
    person: seen.person,
    case: seen.case,
    set,
    madeAt: new Date().toISOString(),
    dictionary,
    ...(resolves === undefined ? {} : { resolves }),
  }
}

/**
 * Sends changes and waits until what shows them is fresh. `accepted` and `merged` are saved; `conflict` is kept by the
 * server and shown side by side on the case page; `refused` was not saved and says why.
 */
export async function send(changes: readonly Change[]): Promise<readonly ChangeResult[]> {
  const { results, refreshed } = await deliver(changes)
  await refreshed
  return results
}

/** As `send`, without waiting for the lists: for forms whose next line opens at once. */
export async function deliver(
  changes: readonly Change[],
): Promise<{ results: readonly ChangeResult[]; refreshed: Promise<unknown> }> {
  const { results } = await calls.push(changes)
  const cases = new Set(changes.flatMap(change => (change.case === null ? [] : [change.case])))
  const refreshed = Promise.all([
    ...[...cases].map(id => queries.invalidateQueries({ queryKey: ['case', id] })),
    queries.invalidateQueries({ queryKey: ['today'] }),
    queries.invalidateQueries({ queryKey: ['records'] }),
    queries.invalidateQueries({ queryKey: ['list'] }),
  ])
  return { results: results as readonly ChangeResult[], refreshed }
}

export const isSaved = (result: ChangeResult | undefined): boolean =>
  result?.status === 'accepted' || result?.status === 'merged'
