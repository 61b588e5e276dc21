import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { type ConsentReading, consentInForce } from '../consent.ts'
import { ofType } from '../latest.ts'
import type { Consequence, Notice, Situation } from '../rule-set.ts'
import { isApproved } from '../teamwork/approval.ts'
import { dayOf, daysLater } from '../when.ts'

/** Consent taken back after sharing: everybody who received something is told, and unanswered telling goes up after a week. */

/** Days that a partner has for its acknowledgement (TH27). */
export const acknowledgedWithin = 7

/** One notice for each consent taken back and each thing that was shared under it; a notice that exists is not sent again. */
export function withdrawalNotices(_: Dictionary, file: CaseFile, today: string): readonly Consequence[] {
  const sent = new Set(ofType(file, 'withdrawal_notice').map(({ content }) => keyOf(content.consent, content.of)))
  return shared(file).flatMap((record): Consequence[] => {
    const { recipientKind, recipientOrganisation } = record.content
    const to = { recipientKind: plainText(recipientKind), organisation: plainText(recipientOrganisation), today }
    const reading = consentInForce(file, 'sharing', to)
    const consent = reading.record
    if (!consent || !takenBack(reading, record) || sent.has(keyOf(consent.id, record.id))) return []
    return [
      {
        type: 'withdrawal_notice',
        key: `withdrawal.${consent.id}.${record.id}`,
        set: {
          consent: consent.id,
          of: record.id,
          ...(isAnswered(recipientKind) ? { recipientKind } : {}),
          ...(isAnswered(recipientOrganisation) ? { recipientOrganisation } : {}),
          sentOn: today,
          dueOn: daysLater(today, acknowledgedWithin),
          state: 'awaiting_acknowledgement',
        },
      },
    ]
  })
}

/** Not acknowledged, and the day on which it had to be has come. */
export const isUnacknowledged = ({ content }: Pick<RecordView, 'content'>, today: string): boolean =>
  content.state === 'awaiting_acknowledgement' && (dayOf(content.dueOn) ?? '9999') <= today

/** Told once, to those who can lift the telephone and to those who answer for the data. */
export function remindsOfNotice(record: RecordView, today: string): readonly Notice[] {
  if (!isUnacknowledged(record, today)) return []
  return ['data_protection_officer', 'supervisor'].map(role => ({
    kind: 'withdrawal_unacknowledged',
    to: { role, office: record.office },
    key: `withdrawal.${record.id}.unacknowledged`,
  }))
}

export function noticeProblems({ content }: Situation): readonly Problem[] {
  const wanted = content.state === 'acknowledged' ? ['consent', 'of', 'acknowledgedOn'] : ['consent', 'of', 'state']
  return wanted
    .filter(field => !isAnswered(content[field]))
    .map(field => ({ code: 'withdrawal_notice_incomplete', field }))
}

const keyOf = (consent: Content[string] | undefined, of: Content[string] | undefined) =>
  `${plainText(consent)} ${plainText(of)}`

const left: ReadonlySet<unknown> = new Set(['drafted', 'draft', 'withdrawn'])

/** What has left the house with the person's consent. A shared exception rested on no consent, so none was taken back. */
const shared = (file: CaseFile): readonly RecordView[] =>
  [
    ...ofType(file, 'disclosure').filter(({ content }) => content.state === 'made'),
    ...ofType(file, 'referral').filter(({ content }) => isAnswered(content.sentOn) && !left.has(content.state)),
  ].filter(record => !isApproved(file, 'consent_override', record.id))

function takenBack({ state, record: consent }: ConsentReading, record: RecordView): boolean {
  const given = dayOf(record.content.madeOn) ?? dayOf(record.content.sentOn) ?? record.createdAt.slice(0, 10)
  if (state === 'withdrawn') return given <= (dayOf(consent?.content.withdrawnOn) ?? '')
  return state === 'no' && given < (dayOf(consent?.content.givenOn) ?? '')
}
