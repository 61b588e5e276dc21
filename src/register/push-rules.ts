import { checkCase } from '#casework/check.ts'
import { consequences, notices, officeNotices } from '#casework/follow.ts'
import type { Consequence } from '#casework/rule-set.ts'
import type { Change, Problem } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { differing, fold } from '#changes/fold.ts'
import { append, newId, prepareAppend } from './append.ts'
import { readAround } from './around.ts'
import { afterAccept } from './derive.ts'
import { caseFiles, filesAtHome, type Neighbours } from './neighbours.ts'
import { tell } from './notices.ts'
import { openRecord, type RecordRow, viewOf } from './rows.ts'
import { subjectKey, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

/** What the rules of casework say of a change before it stands, and what they make follow once it does. */

/** Reasons why the change may not stand; each once, however many cases of the person it concerns. */
export async function ruleProblems(work: Work, change: Change, near: Neighbours): Promise<Problem[]> {
  const files = filesAtHome(work, caseFiles(near.rows, null))
  const concerned = change.case && change.type !== 'case' ? files.filter(file => file.case.id === change.case) : files
  const around = await readAround(work, change, near)
  const judged = { today: work.today, actor: actorAt(work, change), ...(around ? { around } : {}) }
  if (concerned.length === 0) {
    const record = near.record ? viewOf(near.record, near.record.content) : null
    return checkCase(work.dictionary, null, change, { ...judged, record })
  }
  const problems = concerned.flatMap(file => checkCase(work.dictionary, file, change, judged))
  return [...new Map(problems.map(problem => [`${problem.code}.${problem.field ?? ''}`, problem])).values()]
}

/** The machine itself may do what its own rules open. */
const actorAt = (work: Work, change: Change) => ({
  id: work.actor.id,
  machine: work.actor.kind === 'system',
  may: (verb: string) =>
    work.permissions.may(verb as Parameters<typeof work.permissions.may>[0], { office: change.office }),
})

interface Stands {
  readonly near: Neighbours
  readonly row: RecordRow
  readonly change: Change
}

/** What a change that stands brings with it: records that rules open or change, and who must be told. */
export async function followRules(work: Work, { near, row, change }: Stands): Promise<void> {
  if (row.person === null) return tellOffice(work, { near, row, change })
  const rows = [...near.rows.filter(each => each.id !== row.id), row]
  const before = near.record ? viewOf(near.record, near.record.content) : null
  for (const file of filesAtHome(work, caseFiles(near.rows, viewOf(row, row.content)))) {
    const home = rows.find(each => each.id === file.case.id)
    if (!home) continue
    for (const wanted of consequences(work.dictionary, file, work.today))
      await carryOut(work, { near: { ...near, rows }, home, wanted })
    if (row.case_id !== null && row.case_id !== file.case.id) continue
    const told = { d: work.dictionary, file, change, before, record: viewOf(row, row.content), today: work.today }
    await tell(work, notices(told), { type: row.type, record: row.id, office: home.office_id, case: home.id })
  }
}

/** A record of an office opens nothing by itself; somebody may have to hear of it. */
async function tellOffice(work: Work, { near, row, change }: Stands): Promise<void> {
  const before = near.record ? viewOf(near.record, near.record.content) : null
  const told = { d: work.dictionary, change, before, record: viewOf(row, row.content), today: work.today }
  await tell(work, officeNotices(told), { type: row.type, record: row.id, office: row.office_id, case: null })
}

interface ToDo {
  readonly near: Neighbours
  readonly home: RecordRow
  readonly wanted: Consequence
}

/** Ids follow from the rule, so that a record is opened once; a record that says so already is not changed again. */
async function carryOut(work: Work, { near, home, wanted }: ToDo): Promise<void> {
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
