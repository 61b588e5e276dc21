import type { Consequence } from '#casework/rule-set.ts'
import type { Content } from '#dictionary/answer.ts'
import { differing, fold } from '#changes/fold.ts'
import { append, newId, prepareAppend } from './append.ts'
import { afterAccept } from './derive.ts'
import type { Neighbours } from './neighbours.ts'
import { openRecord, type RecordRow } from './rows.ts'
import { subjectKey, subjectOf } from './subject-key.ts'
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
    return writeByRule(work, near, { home, before, type: wanted.type, record: before.id, set: wanted.set })
  }
  const record = work.register.keys.reference('rule', `${home.id}/${wanted.key}`)
  if (near.rows.some(row => row.id === record)) return
  return writeByRule(work, near, { home, before: null, type: wanted.type, record, set: wanted.set })
}

interface ByRule {
  readonly home: RecordRow
  readonly before: RecordRow | null
  readonly type: string
  readonly record: string
  readonly set: Content
}

/** Appends a change that no person made: origin `rule`, by whoever made the change that it follows from. */
async function writeByRule(work: Work, near: Neighbours, o: ByRule): Promise<void> {
  const key = await subjectKey(work, subjectOf(o.home), o.home.office_id)
  const change = {
    id: newId(),
    type: o.type,
    record: o.record,
    office: o.home.office_id,
    person: o.home.person,
    case: o.home.id,
    base: o.before?.version ?? 0,
    set: o.set,
    madeAt: work.now.toISOString(),
  }
  const content = fold(o.before ? openRecord(o.before, key) : {}, o.set)
  const appended = prepareAppend(work, { change, before: o.before, content, key, origin: 'rule', merged: false })
  await append(work, appended)
  await afterAccept(work, { near, row: appended.row, content, fields: Object.keys(o.set) })
}
