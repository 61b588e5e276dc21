import { ofType } from '#casework/latest.ts'
import { type SharedField, sharedFields } from '#casework/referral/minimum-data.ts'
import { isLive } from '#casework/referral/state.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import { caseFiles, readNeighbours } from './neighbours.ts'
import { RegisterProblem } from './problem.ts'
import { openRecord, type RecordRow } from './rows.ts'
import { sealJson, unsealJson } from './seal.ts'
import { readSubjectKeys } from './subject-key.ts'
import type { Work } from './work.ts'

/**
 * What a referral to an organisation shared is frozen in the transaction that sends it, and forgotten in the one that ends it. Both
 * run beyond the row-level security of the actor: a worker who writes a referral need not read all that it shares.
 */
export async function keepShared(work: Work, row: RecordRow, before: RecordRow | null): Promise<void> {
  const [was, now] = [before !== null && isLive(before.content), isLive(row.content)]
  if (was === now) return
  if (!now) await work.client.query('delete from shared_answers where referral = $1', [row.id])
  else if (!isAnswered(row.content['toOffice'])) await freeze(work, row)
}

/**
 * The answers as they were sent. A referral that was live before there were frozen answers, or came with an import, is
 * frozen now. Runs as the owner.
 */
export async function sharedAnswers(work: Work, row: RecordRow): Promise<readonly SharedField[]> {
  const { rows } = await work.client.query<{ sealed: Buffer }>(
    'select sealed from shared_answers where referral = $1',
    [row.id],
  )
  const sealed = rows[0]?.sealed
  if (!sealed) return freeze(work, row)
  return unsealJson(await keyOf(work, row), contextOf(row.id), sealed) as readonly SharedField[]
}

/** A referral with the file around it; person, case and the referral itself unsealed. null when its case is not there. */
export async function referralFile(
  work: Work,
  row: RecordRow,
): Promise<{ readonly file: CaseFile; readonly content: Content } | null> {
  const near = await readNeighbours(work, { record: row.id, person: row.person, case: row.case_id })
  const key = (await readSubjectKeys(work, [row.person ?? ''])).get(row.person ?? '') ?? null
  const file = caseFiles(near.rows, null).find(each => each.case.id === row.case_id)
  if (!file) return null
  const whole = (view: RecordView): RecordView => {
    const found = near.rows.find(each => each.id === view.id)
    return found ? { ...view, content: openRecord(found, key) } : view
  }
  return {
    content: openRecord(row, key),
    file: { ...file, person: file.person && whole(file.person), case: whole(file.case) },
  }
}

/** The withdrawal of consent that the recipient has not acknowledged yet. */
export const noticeOf = (file: CaseFile, referral: string): RecordView | null =>
  ofType(file, 'withdrawal_notice').find(
    ({ content }) => content.of === referral && content.state === 'awaiting_acknowledgement',
  ) ?? null

async function freeze(work: Work, row: RecordRow): Promise<readonly SharedField[]> {
  const read = await referralFile(work, row)
  const fields = read ? sharedFields(read.file, read.content) : []
  await work.client.query(
    `insert into shared_answers (referral, person, sealed, frozen_at) values ($1, $2, $3, $4) on conflict do nothing`,
    [row.id, row.person, sealJson(await keyOf(work, row), contextOf(row.id), fields), work.now],
  )
  return fields
}

async function keyOf(work: Work, { person }: RecordRow) {
  const key = (await readSubjectKeys(work, [person ?? ''])).get(person ?? '')
  if (!key) throw new RegisterProblem('not_found', 'There is no such referral, or you have no access to it.')
  return key
}

const contextOf = (referral: string) => `shared:${referral}`
