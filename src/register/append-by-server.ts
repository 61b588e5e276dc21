import type { Content } from '#dictionary/answer.ts'
import { fold } from '#changes/fold.ts'
import { append, newId, prepareAppend } from './append.ts'
import { afterAccept } from './derive.ts'
import { guardFor } from './guards.ts'
import type { Neighbours } from './neighbours.ts'
import { openRecord, type RecordRow } from './rows.ts'
import { subjectKey, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

export interface ByServer {
  /** Says where it belongs: its case, or itself when it hangs on a person. */
  readonly home: RecordRow
  readonly before: RecordRow | null
  readonly type: string
  readonly record: string
  readonly set: Content
  /** `rule`: it follows from a file; `file`: what the register found in a file; `erasure`: an erasure was carried out. */
  readonly origin: 'rule' | 'file' | 'erasure'
}

/** Appends a change that nobody typed, by whoever caused it. The lock of the person is held. */
export async function appendByServer(work: Work, near: Neighbours, o: ByServer): Promise<void> {
  const key = await subjectKey(work, subjectOf(o.home), o.home.office_id)
  const change = {
    id: newId(),
    type: o.type,
    record: o.record,
    office: o.home.office_id,
    person: o.home.person,
    case: o.home.case_id,
    base: o.before?.version ?? 0,
    set: o.set,
    madeAt: work.now.toISOString(),
  }
  const content = fold(o.before ? openRecord(o.before, key) : {}, o.set)
  const appended = prepareAppend(work, {
    change,
    before: o.before,
    content,
    key,
    guard: guardFor(near, change),
    origin: o.origin,
    merged: false,
  })
  await append(work, appended)
  await afterAccept(work, { near, row: appended.row, content, fields: Object.keys(o.set) })
}
