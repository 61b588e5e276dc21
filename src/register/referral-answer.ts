import { readChild } from '#casework/age.ts'
import { secondCase } from '#casework/referral/hand-over.ts'
import { confidentialityOf } from '#casework/rights/confidentiality.ts'
import { sharedClasses } from '#casework/referral/minimum-data.ts'
import { isLive, type ReferralState } from '#casework/referral/state.ts'
import { isClosed } from '#casework/tasks.ts'
import type { Change, ChangeResult, Problem } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import type { Actor } from '#access/permission.ts'
import { newId } from './append.ts'
import { caseFiles, isOwn, readNeighbours } from './neighbours.ts'
import { pushChanges } from './push.ts'
import { RegisterProblem } from './problem.ts'
import type { Register } from './register.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { inWork, systemActor, type Work } from './work.ts'

/** What a recipient says of a referral; that it was received says itself. */
export interface ReferralAnswer {
  readonly state: Extract<ReferralState, 'received' | 'accepted' | 'declined' | 'done'>
  /** Code of `decline_reason`. */
  readonly declineReason?: string | undefined
  readonly feedback?: string | undefined
}

/**
 * The receiving mission answers. Whoever may write referrals at that mission speaks for it; accepting opens the mission's own
 * case on the person, unless it has an open one. Gives the id of that case, or null.
 * @throws not_found when there is no such referral or it is not sent to a mission of the actor.
 */
export async function answerForMission(
  register: Register,
  actor: Actor,
  o: { readonly referral: string; readonly answer: ReferralAnswer },
): Promise<{ readonly case: string | null }> {
  const office = await inWork(register, actor, work => receivingOffice(work, o.referral))
  // The record belongs to the sender: the register writes the answer, in the name of who gave it.
  return inWork(register, { ...systemActor, id: actor.id }, async work => {
    const row = await referralRow(work, o.referral)
    if (!row || row.content['toOffice'] !== office) throw missing()
    const second = o.answer.state === 'accepted' ? await caseAt(work, row, office) : null
    const changes = [...(second?.opens ?? []), answerChange(work, row, o.answer, 'mission')]
    mustStand(await pushChanges(work, changes, 'mission'))
    return { case: second?.id ?? null }
  })
}

/** The change by which an answer is written; an answer is never dated before the referral was sent. */
export function answerChange(work: Work, row: RecordRow, answer: ReferralAnswer, through: 'link' | 'mission'): Change {
  const day = work.now.toISOString().slice(0, 10)
  const sent = row.content['sentOn']
  const on = typeof sent === 'string' && sent > day ? sent : day
  const dated: Content =
    answer.state === 'received' ? { receivedOn: on } : answer.state === 'done' ? { doneOn: on } : { acknowledgedOn: on }
  return {
    id: newId(),
    type: 'referral',
    record: row.id,
    base: row.version,
    office: row.office_id,
    person: row.person,
    case: row.case_id,
    set: {
      state: answer.state,
      answeredThrough: through,
      ...dated,
      ...(answer.declineReason === undefined ? {} : { declineReason: answer.declineReason }),
      ...(answer.feedback === undefined ? {} : { feedback: answer.feedback }),
    },
    madeAt: work.now.toISOString(),
    dictionary: work.dictionary.version,
  }
}

/** @throws invalid with the first reason when the rules refuse. */
export function mustStand(results: readonly ChangeResult[]): void {
  const problem: Problem | undefined = results.flatMap(({ problems }) => problems)[0]
  if (problem)
    throw new RegisterProblem('invalid', 'The rules refuse this answer.', {
      reason: problem.code,
      ...(problem.field === undefined ? {} : { field: problem.field }),
    })
  if (results.some(({ status }) => status === 'conflict'))
    throw new RegisterProblem('stale', 'Somebody else changed this in the meantime.')
}

export async function referralRow(work: Work, id: string): Promise<RecordRow | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'referral-row',
    text: `select ${recordColumns} from record where id = $1 and type = 'referral'`,
    values: [id],
  })
  return rows[0] ?? null
}

/**
 * May this actor make a link for it: a referral of the actor's to an organisation, sent and not over. Whoever makes a link
 * could open it: so all that it shows must be the actor's to read.
 */
export async function mayMakeLink(work: Work, id: string): Promise<boolean> {
  const row = await referralRow(work, id)
  if (!row || !isLive(row.content) || isAnswered(row.content['toOffice'])) return false
  const near = await readNeighbours(work, { record: row.id, person: row.person, case: row.case_id })
  const target = { office: row.office_id, own: isOwn(work, row, near.rows) }
  const classes = sharedClasses(work.dictionary, row.content)
  return (
    work.permissions.writable('referral', target).has('open') &&
    classes.every(([type, of]) => work.permissions.readable(type, target).has(of))
  )
}

async function receivingOffice(work: Work, id: string): Promise<string> {
  const row = await referralRow(work, id)
  const office = row?.content['toOffice']
  if (!row || typeof office !== 'string' || !row.shared.includes(office)) throw missing()
  const target = { office: row.office_id, shared: row.shared, own: isOwn(work, row, [row]) }
  if (work.permissions.readable('referral', target).size === 0) throw missing()
  if (!['referral', 'case'].every(type => work.permissions.writable(type, { office, own: true }).has('open')))
    throw missing()
  return office
}

/** The mission's open case on this person, or the changes that open one: as confidential as the sender's. */
async function caseAt(
  work: Work,
  row: RecordRow,
  office: string,
): Promise<{ readonly id: string; readonly opens: readonly Change[] }> {
  const near = await readNeighbours(work, { record: row.person ?? '', person: row.person, case: null })
  const files = caseFiles(near.rows, null)
  const theirs = files.find(file => file.case.office === office && !isClosed(file))
  if (theirs) return { id: theirs.case.id, opens: [] }
  const sender = files.find(file => file.case.id === row.case_id)
  if (!sender) throw missing()
  const id = newId()
  const set = {
    ...secondCase(sender.case.content, row.content, {
      child: readChild(sender).child,
      on: work.now.toISOString().slice(0, 10),
    }),
    caseworker: work.actor.id,
  }
  const { level } = confidentialityOf(sender)
  const opening = (type: string, record: string, content: Content): Change => ({
    id: newId(),
    type,
    record,
    base: 0,
    office,
    person: row.person,
    case: id,
    set: content,
    madeAt: work.now.toISOString(),
    dictionary: work.dictionary.version,
  })
  const setOn = work.now.toISOString().slice(0, 10)
  const levels = level === 'ordinary' ? [] : [opening('confidentiality', newId(), { level, setOn })]
  return { id, opens: [opening('case', id, set), ...levels] }
}

/** Words of the refusal for what does not exist and for what is not the reader's. */
const missing = () => new RegisterProblem('not_found', 'There is no such thing, or you have no access to it.')
