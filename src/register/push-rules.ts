import { checkCase } from '#casework/check.ts'
import { consequences, notices, officeNotices } from '#casework/follow.ts'
import type { Change, Problem } from '#changes/change.ts'
import { readAround } from './around.ts'
import { carryOut } from './carry-out.ts'
import { followElsewhere } from './follow-elsewhere.ts'
import { guardOfFile } from './guards.ts'
import { caseFiles, filesAtHome, type Neighbours } from './neighbours.ts'
import { tell } from './notices.ts'
import { type RecordRow, viewOf } from './rows.ts'
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
    const guard = guardOfFile(file, home)
    await tell(work, notices(told), { type: row.type, record: row.id, office: home.office_id, case: home.id, guard })
    await followElsewhere(work, file, row)
  }
}

/** A record of an office opens nothing by itself; somebody may have to hear of it. */
async function tellOffice(work: Work, { near, row, change }: Stands): Promise<void> {
  const before = near.record ? viewOf(near.record, near.record.content) : null
  const told = { d: work.dictionary, change, before, record: viewOf(row, row.content), today: work.today }
  await tell(work, officeNotices(told), { type: row.type, record: row.id, office: row.office_id, case: null })
}
