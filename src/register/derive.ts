import type { Content } from '#dictionary/answer.ts'
import type { CaseFile } from '#changes/change.ts'
import { moneyTypes } from '#casework/fund/money-lines.ts'
import { nameCallers, writeCallFacts } from './call-facts.ts'
import { writeCoverageStated } from './coverage-stated.ts'
import { aggregateFactsOf, factsOf, paidOtherwise, sameFacts, writeFacts } from './facts-write.ts'
import { keepHandOver } from './hand-over.ts'
import { relink, rootOf } from './links.ts'
import { handOver, writeListed } from './listed-write.ts'
import { changesMission, keepMission } from './mission-share.ts'
import { writeMoneyLines } from './money.ts'
import { caseFiles, type Neighbours } from './neighbours.ts'
import { writeOutputFact, writeOutputFactsOf } from './output-facts.ts'
import { projectTypes, writeProjectFacts } from './project-facts.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import { send } from './send.ts'
import { settleCounts } from './settle-counts.ts'
import { keepShared } from './shared-answers.ts'
import { settleSupport } from './support-facts.ts'
import { searchedFields, writeTokens } from './tokens.ts'
import type { Work } from './work.ts'

/** What an accepted change moves besides its record: search tokens, links, sharing, facts; in the same transaction. */
export interface Accepted {
  /** The rows as they were before. */
  readonly near: Neighbours
  readonly row: RecordRow
  readonly content: Content
  readonly fields: readonly string[]
}

export async function afterAccept(work: Work, accepted: Accepted): Promise<void> {
  const { row, near } = accepted
  await Promise.all([keepListed(work, accepted), derive(work, accepted)])
  const before = near.rows.find(each => each.id === row.id) ?? null
  if (changesMission(row, before)) await asDeriver(work, () => keepMission(work, row, before))
  if (row.type === 'referral')
    await asDeriver(work, async () => {
      await keepHandOver(work, row, before)
      await keepShared(work, row, before)
    })
  // Only now: they are found through the worklists.
  if (projectTypes.has(row.type)) await asDeriver(work, () => writeProjectFacts(work, row, before?.content ?? null))
}

/** Its own place in worklists; when a case changes hands, the place of what hangs on it too. */
async function keepListed(work: Work, { row, near, fields }: Accepted): Promise<void> {
  const home = row.type === 'case' ? row : near.rows.find(each => each.id === row.case_id)
  await writeListed(work, row, home?.worker ?? null)
  if (row.type === 'case' && row.version > 1 && fields.includes('caseworker')) await handOver(work, row.id, row.worker)
}

async function derive(work: Work, accepted: Accepted): Promise<void> {
  const { row, near } = accepted
  switch (row.type) {
    case 'person':
      if (row.version === 1 || accepted.fields.some(field => searchedFields.has(field)))
        await writeTokens(work, row, accepted.content)
      if (near.rows.some(each => each.type === 'case')) await asDeriver(work, () => deriveAllOf(work, row))
      return
    case 'link':
      await asDeriver(work, () => relink(work, row))
      return
    case 'aggregate':
      await writeFacts(
        work,
        { office: row.office_id, record: row.id, person: null, root: null },
        aggregateFactsOf(work, viewOf(row, row.content)),
      )
      return
    case 'call':
      await asDeriver(work, () => writeCallFacts(work, viewOf(row, row.content)))
      return
    case 'activity_number':
      await asDeriver(work, () => writeOutputFact(work, row))
      return
    case 'activity':
      await asDeriver(work, () => writeOutputFactsOf(work, row))
      return
    case 'coverage_statement':
      await writeCoverageStated(work, row)
      return
    case 'case':
      if (row.version === 1 && near.person && near.person.office_id !== row.office_id)
        await shareWith(work, near.person, row.office_id)
      await Promise.all([deriveCase(work, accepted), row.version === 1 ? nameCallers(work, row) : null])
      return
    default:
      if (row.case_id) await Promise.all([deriveCase(work, accepted), keepMoney(work, accepted)])
  }
}

/** What the case asks of projects and funds, when a record of money changed. */
async function keepMoney(work: Work, { near, row }: Accepted): Promise<void> {
  if (!moneyTypes.has(row.type)) return
  const file = caseFiles(near.rows, viewOf(row, row.content)).find(each => each.case.id === row.case_id)
  if (file) await writeMoneyLines(work, file, row.id)
}

/** Facts of the changed case, written only when the change moved them. */
async function deriveCase(work: Work, { near, row }: Accepted): Promise<void> {
  const fileOf = (files: readonly CaseFile[]) => files.find(file => file.case.id === row.case_id) ?? null
  const before = factsOf(work, fileOf(caseFiles(near.rows, null)))
  const after = factsOf(work, fileOf(caseFiles(near.rows, viewOf(row, row.content))))
  if (row.case_id === null || sameFacts(before, after)) return
  const root = row.person === null ? null : await groupRoot(work, near, row.person)
  const place = { office: row.office_id, record: row.case_id, person: row.person, root }
  await writeFacts(work, place, after, { before, settles: true })
  if (paidOtherwise(before, after)) {
    const ofCase = { office: row.office_id, case: row.case_id }
    await asDeriver(work, () => settleSupport(work.client, ofCase))
  }
}

const groupRoot = (work: Work, { group }: Neighbours, person: string) =>
  group?.of === person ? group.root : rootOf(work, person)

/** A person's sex or nationality stands in the facts of every mission's case, also of those the actor cannot see. */
async function deriveAllOf(work: Work, person: RecordRow): Promise<void> {
  const { rows } = await work.client.query<RecordRow>(`select ${recordColumns} from record where person = $1`, [
    person.id,
  ])
  const root = await rootOf(work, person.id)
  for (const file of caseFiles(rows, viewOf(person, person.content))) {
    const { id, office } = file.case
    const facts = factsOf(work, file)
    await writeFacts(work, { office, record: id, person: person.id, root }, facts)
    if (facts.outcomes.support.length > 0) await settleSupport(work.client, { office, case: id })
  }
  await settleCounts(work, root)
}

/** What belongs to the register and not to the actor: it runs outside the actor's row-level security. */
export async function asDeriver(work: Work, run: () => Promise<void>): Promise<void> {
  await send(work, 'set local role none')
  await run()
  await send(work, 'set local role waymark_app')
}

/** Another mission opened a case on this person: from now on the person's own record is theirs to see as well. */
async function shareWith(work: Work, person: RecordRow, office: string): Promise<void> {
  for (const table of ['name_token', 'exact_token'] as const)
    await work.client.query(
      `update ${table} set shared = array_append(shared, $2) where person = $1 and not shared @> array[$2::uuid]`,
      [person.id, office],
    )
  await work.client.query(
    'update record set shared = array_append(shared, $2) where id = $1 and not shared @> array[$2::uuid]',
    [person.id, office],
  )
  await work.client.query(
    'update subject_key set shared = array_append(shared, $2) where subject = $1 and not shared @> array[$2::uuid]',
    [person.id, office],
  )
}
