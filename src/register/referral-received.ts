import { stateOf } from '#casework/referral/state.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Actor } from '#access/permission.ts'
import type { RecordView } from '#changes/change.ts'
import type { OpenedCase } from './files.ts'
import { pushChanges } from './push.ts'
import { answerChange, mustStand, referralRow } from './referral-answer.ts'
import type { Register } from './register.ts'
import type { RecordRow } from './rows.ts'
import { inWork, systemActor, type Work } from './work.ts'

/**
 * Referrals that the mission of this reader has just opened for the first time: sent to an office where the reader may answer them,
 * in a case that is open to the reader by this hand-over only. Who reads both missions is nobody's first reader.
 */
export function firstOpened(work: Work, opened: OpenedCase): readonly RecordView[] {
  const { office } = opened.case
  if (work.permissions.readable('case', { office, own: false }).size > 0 || opened.case.author === work.actor.id)
    return []
  return opened.records.filter(({ type, content }) => {
    if (type !== 'referral' || stateOf(content) !== 'sent' || !isAnswered(content.toOffice)) return false
    const target = { office: plainText(content.toOffice), own: true }
    return work.permissions.writable('referral', target).has('open')
  })
}

/** Writes down that the mission has opened it, in the name of who did; once, however many open it at one moment. */
export async function receiveForMission(register: Register, actor: Actor, referrals: readonly string[]): Promise<void> {
  if (referrals.length === 0) return
  await inWork(register, { ...systemActor, id: actor.id }, async work => {
    for (const id of referrals) {
      const row = await referralRow(work, id)
      if (row) await received(work, row, 'mission')
    }
  })
}

/** The state after the opening. The row is read again under the lock of the person, so that the second opener finds it done. */
export async function received(work: Work, seen: RecordRow, through: 'link' | 'mission'): Promise<RecordRow> {
  await work.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [seen.person])
  const row = (await referralRow(work, seen.id)) ?? seen
  if (stateOf(row.content) !== 'sent') return row
  const origin = through === 'link' ? 'partner' : 'mission'
  mustStand(await pushChanges(work, [answerChange(work, row, { state: 'received' }, through)], origin))
  return (await referralRow(work, seen.id)) ?? row
}
