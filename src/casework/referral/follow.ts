import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { consentInForce } from '../consent.ts'
import { ofType } from '../latest.ts'
import type { Consequence, Notice, Told } from '../rule-set.ts'
import { isApproved } from '../teamwork/approval.ts'
import { dayOf, daysLater } from '../when.ts'
import { answeredWithin, answers, isLive, isUnanswered, stateOf } from './state.ts'

/** What a referral brings with it: somebody asks for the answer, somebody tells the person, consent taken back ends it. */
export const followsReferrals = (file: CaseFile, today: string): readonly Consequence[] => [
  ...endsWithConsent(file, today),
  ...ofType(file, 'referral').flatMap(referral => [
    ...asksForAnswer(file, referral),
    ...closesQuestion(file, referral, today),
    ...tellsPerson(file, referral),
  ]),
]

/**
 * Consent to sharing taken back, or refused after it was given: the recipient's access ends with this. An exception that a
 * second person approved rested on no consent, so none can be taken back (AS12, AS13).
 */
export function endsWithConsent(file: CaseFile, today: string): readonly Consequence[] {
  return ofType(file, 'referral')
    .filter(({ id, content }) => isLive(content) && !isApproved(file, 'consent_override', id))
    .filter(({ content }) => isTakenBack(file, content, today))
    .map(({ id }) => ({ type: 'referral', key: `referral.${id}.withdrawn`, record: id, set: { state: 'withdrawn' } }))
}

function isTakenBack(file: CaseFile, content: RecordView['content'], today: string): boolean {
  const { state, record: consent } = consentInForce(file, 'sharing', {
    recipientKind: plainText(content.recipientKind),
    organisation: plainText(content.recipientOrganisation),
    today,
  })
  const sent = dayOf(content.sentOn) ?? ''
  if (state === 'withdrawn') return sent <= (dayOf(consent?.content.withdrawnOn) ?? '')
  return state === 'no' && sent < (dayOf(consent?.content.givenOn) ?? '')
}

const tasksAbout = (file: CaseFile, referral: RecordView, kind: string) =>
  ofType(file, 'task').filter(({ content }) => content.kind === kind && content.about === referral.id)

function asksForAnswer(file: CaseFile, referral: RecordView): readonly Consequence[] {
  const sent = dayOf(referral.content.sentOn)
  if (!isUnanswered(referral.content) || sent === null || sent.length < 10) return []
  if (tasksAbout(file, referral, 'referral_acknowledge').length > 0) return []
  return [
    {
      type: 'task',
      key: `referral.${referral.id}.acknowledge`,
      set: { kind: 'referral_acknowledge', dueOn: daysLater(sent, answeredWithin), about: referral.id },
    },
  ]
}

function closesQuestion(file: CaseFile, referral: RecordView, today: string): readonly Consequence[] {
  if (isUnanswered(referral.content)) return []
  return tasksAbout(file, referral, 'referral_acknowledge')
    .filter(({ content }) => !isAnswered(content.doneOn))
    .map(({ id }) => ({ type: 'task', key: `referral.${referral.id}.asked`, record: id, set: { doneOn: today } }))
}

/** Who wrote the answer down knows it; what came by itself has to reach the person. */
function tellsPerson(file: CaseFile, referral: RecordView): readonly Consequence[] {
  const { answeredThrough, acknowledgedOn } = referral.content
  const state = stateOf(referral.content)
  const on = dayOf(acknowledgedOn)
  if (state !== 'accepted' && state !== 'declined') return []
  if (on === null || (answeredThrough !== 'link' && answeredThrough !== 'mission')) return []
  if (tasksAbout(file, referral, 'referral_answer').length > 0) return []
  return [
    {
      type: 'task',
      key: `referral.${referral.id}.answer`,
      set: { kind: 'referral_answer', dueOn: daysLater(on, 2), about: referral.id },
    },
  ]
}

/** Who sent it, who carries the case and who answers for the team hear of an answer; a mission hears of what was sent to it. */
export function tellsOfReferral({ record, file, before }: Told): readonly Notice[] {
  if (record.type !== 'referral') return []
  const [was, now] = [before ? stateOf(before.content) : null, stateOf(record.content)]
  if (was === now || now === null) return []
  const key = `referral.${record.id}.${now}`
  const { toOffice } = record.content
  if (now === 'sent' && typeof toOffice === 'string' && isAnswered(toOffice))
    return [{ kind: 'referral_received', to: { role: 'supervisor', office: toOffice }, key }]
  if (now === 'received' || !answers.has(now)) return []
  const { caseworker } = file.case.content
  const carrier = typeof caseworker === 'string' && isAnswered(caseworker) ? [caseworker] : []
  return [
    ...[...new Set([record.author, ...carrier])].map(account => ({ kind: 'referral_answered', to: { account }, key })),
    { kind: 'referral_answered', to: { role: 'supervisor', office: file.case.office }, key },
  ]
}
