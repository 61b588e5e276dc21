import type { Content } from '#dictionary/answer.ts'
import type { ChangeResult, Change, Problem, RecordView } from '#changes/change.ts'
import { fold } from '#changes/fold.ts'

/** A case file as a device carries it: what the server showed its reader when it was last fetched. */
export interface CarriedFile {
  readonly person: RecordView | null
  readonly case: RecordView
  readonly records: readonly RecordView[]
  readonly otherCases: readonly RecordView[]
  readonly conflicts: readonly CarriedConflict[]
  /** Display names of staff who appear in the file: id -> name. */
  readonly people: Readonly<Record<string, string>>
}

export interface CarriedConflict {
  readonly id: string
  readonly type: string
  readonly record: string
  readonly office: string
  readonly person: string | null
  readonly case: string | null
  readonly fields: readonly string[]
  readonly set: Content
  readonly author: string
  readonly at: string
}

/** A change that was saved on the device and that the server has not taken. Its author was fixed when it was made. */
export interface Waiting {
  readonly change: Change
  readonly author: string
  /** Place in the queue; later changes may build on earlier ones. */
  readonly place: number
  /** Why the server refused it; empty while it waits. A refused change is kept until its author lets go of it. */
  readonly refused: readonly Problem[]
}

/** The file with what waits laid over it, in order; null when nothing of this case is here. */
export function withWaiting(id: string, file: CarriedFile | null, waiting: readonly Waiting[]): CarriedFile | null {
  const start = file ? { ...file, records: [...file.records] } : begun(id, waiting)
  return start === null ? null : waiting.reduce(layOver, start)
}

/** A case that so far exists on this device only. */
function begun(id: string, waiting: readonly Waiting[]): CarriedFile | null {
  const first = waiting.find(({ change }) => change.type === 'case' && change.record === id)
  if (!first) return null
  return { person: null, case: seen(first, null), records: [], otherCases: [], conflicts: [], people: {} }
}

function layOver(file: CarriedFile, waiting: Waiting): CarriedFile {
  const { change } = waiting
  if (change.record === file.case.id) return { ...file, case: seen(waiting, file.case) }
  if (change.type === 'person')
    return change.record === file.case.person ? { ...file, person: seen(waiting, file.person) } : file
  const ours = change.case === file.case.id || (change.case === null && change.person === file.case.person)
  if (!ours || change.type === 'case') return file
  const before = file.records.find(({ id }) => id === change.record) ?? null
  const after = seen(waiting, before)
  return {
    ...file,
    records: before
      ? file.records.map(record => (record.id === change.record ? after : record))
      : [...file.records, after],
  }
}

/**
 * The record as its author sees it while the change waits. The version stays the one that the server gave: the next change
 * is based on what was fetched, and the server knows that a device has seen its own changes.
 */
function seen({ change, author }: Waiting, before: RecordView | null): RecordView {
  if (before) return { ...before, content: fold(before.content, change.set), updatedAt: change.madeAt }
  return {
    type: change.type,
    id: change.record,
    office: change.office,
    person: change.person,
    case: change.case,
    version: 0,
    content: fold({}, change.set),
    dictionary: change.dictionary,
    author,
    createdAt: change.madeAt,
    updatedAt: change.madeAt,
  }
}

/**
 * The carried file once the server took the change: what was laid over is now part of it, until the next fetch. A merged
 * change leaves the version as it was: what others wrote in between has not been seen here, and must not be written over.
 */
export function absorb(
  id: string,
  file: CarriedFile | null,
  waiting: Waiting,
  result: ChangeResult,
): CarriedFile | null {
  const after = result.version === null ? null : withWaiting(id, file, [waiting])
  if (after === null) return file
  const { version, status } = result
  if (status !== 'accepted' || version === null) return after
  const numbered = (record: RecordView): RecordView =>
    record.id === waiting.change.record ? { ...record, version } : record
  return {
    ...after,
    person: after.person && numbered(after.person),
    case: numbered(after.case),
    records: after.records.map(numbered),
  }
}
