import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { type ConsentReading, consentInForce } from '../consent.ts'
import { ofType } from '../latest.ts'
import type { Consequence, Notice, Situation, Told } from '../rule-set.ts'
import { isApproved } from '../teamwork/approval.ts'
import { dayOf, daysLater } from '../when.ts'

/** Consent taken back after sharing: everybody who received something is told, and unanswered telling goes up after a week. */

/** Days that a partner has for its acknowledgement (TH27). */
export const acknowledgedWithin = 7

/** One notice for each consent taken back and each thing that was shared under it; a notice that exists is not sent again. */
export function withdrawalNotices(_: Dictionary, file: CaseFile, today: string): readonly Consequence[] {
  return [...newNotices(file, today), ...heardByMissions(file, today)]
}

function newNotices(file: CaseFile, today: string): readonly Consequence[] {
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
      ...missionTask(record, { consent: consent.id, today }),
    ]
  })
}

/** Another mission of ours is told by a task at its own desk, and acknowledges by saying that it is done. */
function missionTask(record: RecordView, o: { consent: string; today: string }): readonly Consequence[] {
  const { toOffice } = record.content
  if (!isAnswered(toOffice)) return []
  const set = {
    kind: missionHears,
    about: record.id,
    mission: plainText(toOffice),
    dueOn: daysLater(o.today, acknowledgedWithin),
  }
  return [{ type: 'task', key: `withdrawal.${o.consent}.${record.id}.task`, set }]
}

/** Code of `task_kind`. */
const missionHears = 'consent_withdrawn'

/** What the mission said on its desk is the acknowledgement; one that was written on the case ends the task. */
function heardByMissions(file: CaseFile, today: string): readonly Consequence[] {
  const tasks = ofType(file, 'task').filter(({ content }) => content.kind === missionHears)
  return ofType(file, 'withdrawal_notice').flatMap((notice): Consequence[] => {
    const task = tasks.find(({ content }) => content.about === notice.content.of)
    if (!task) return []
    const [heard, waits] = [isAnswered(task.content.doneOn), notice.content.state === 'awaiting_acknowledgement']
    if (heard === !waits) return []
    const key = `withdrawal.${notice.id}.heard`
    return heard
      ? [
          {
            type: 'withdrawal_notice',
            key,
            record: notice.id,
            set: { state: 'acknowledged', acknowledgedOn: dayOf(task.content.doneOn) ?? today },
          },
        ]
      : [{ type: 'task', key, record: task.id, set: { doneOn: today } }]
  })
}

/** The mission hears at once that something waits on its desk. */
export function tellsMissions({ record, file, today }: Told): readonly Notice[] {
  if (record.type !== 'consent') return []
  return newNotices(file, today).flatMap(({ type, key, set }) =>
    type === 'task'
      ? ['supervisor', 'data_protection_officer'].map(role => ({
          kind: 'withdrawal_for_mission',
          to: { role, office: plainText(set.mission) },
          key,
        }))
      : [],
  )
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
