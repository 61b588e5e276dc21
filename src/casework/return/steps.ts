import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { unmitigatedHighRisks } from '../assessment/risk.ts'
import { inOrder, ofType } from '../latest.ts'
import { stateOf } from '../referral/state.ts'
import { sharingProblems } from '../rights/sharing.ts'
import type { Consequence, Elsewhere, Situation } from '../rule-set.ts'
import { isClosed } from '../tasks.ts'
import { dayOf, daysLater, surelyAfter } from '../when.ts'
import { hasBegun, isOver, journeyOf, rankOf } from './stages.ts'

/**
 * What happened on the way, step by step (issue of casework, section 6): interest, transit, arrival, hand-over. A step is written
 * down when it has happened; the stage of the journey follows it, and never the other way round.
 */

export const stepCodes = [
  'step_incomplete',
  'step_without_journey',
  'step_before_departure',
  'step_while_paused',
  'step_journey_over',
  'step_too_early',
  'step_repeated',
  'step_leg_elsewhere',
  'handover_before_arrival',
  'handover_without_receiver',
  'handover_without_mission',
  'handover_two_receivers',
  'handover_without_note',
  'handover_needs_referral',
  'handover_settled',
] as const

/** Steps of one journey, the earliest first. */
export const stepsOf = (file: CaseFile, movement: string): readonly RecordView[] =>
  inOrder(
    ofType(file, 'journey_step').filter(({ content }) => content.movement === movement),
    'on',
  )

/** Why this step may not stand as it will be. */
export function stepProblems(s: Situation): readonly Problem[] {
  const { before, content, record, actor } = s
  const missing = ['step', 'on'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'step_incomplete', field }))
  if (!before || actor.machine === true) return []
  const moved = movedProblems(s)
  if (moved.length > 0) return moved
  // Interest comes before any journey is planned.
  if (content.step === 'interest') return []
  const journey = journeyOf(before, content)
  if (!journey) return [{ code: 'step_without_journey', field: 'movement' }]
  const others = stepsOf(before, journey.id).filter(({ id }) => id !== record?.id)
  return [
    ...(record ? [] : stageProblems(journey)),
    ...orderProblems(before, { journey, others, content }),
    ...(content.step === 'handed_over' ? handOverProblems(s, others) : []),
  ]
}

/** Whoever was told of a hand-over was told of this one: its receiver does not change under their eyes. */
function movedProblems({ record, change }: Situation): Problem[] {
  if (record?.content.step !== 'handed_over') return []
  return ['step', 'movement', 'receivedBy', 'mission']
    .filter(field => field in change.set && change.set[field] !== record.content[field])
    .map(field => ({ code: 'handover_settled', field }))
}

function stageProblems({ content: { stage } }: RecordView): Problem[] {
  if (stage === 'paused') return [{ code: 'step_while_paused' }]
  if (stage === 'cancelled') return [{ code: 'step_journey_over' }]
  return hasBegun(stage) ? [] : [{ code: 'step_before_departure' }]
}

interface Ordered {
  readonly journey: RecordView
  readonly others: readonly RecordView[]
  readonly content: Content
}

/** Arrival and hand-over happen once, and no step before the journey or before the one that leads to it. */
function orderProblems(file: CaseFile, { journey, others, content }: Ordered): Problem[] {
  const once = content.step === 'arrival' || content.step === 'handed_over'
  const on = dayOf(content.on)
  const before = content.step === 'handed_over' ? others.find(step => step.content.step === 'arrival') : undefined
  const since = [journey.content.departedOn, before?.content.on].map(dayOf)
  const early = on !== null && since.some(day => day !== null && surelyAfter(day, on))
  const leg = ofType(file, 'movement_leg').find(({ id }) => id === content.leg)
  return [
    ...(once && others.some(step => step.content.step === content.step)
      ? [{ code: 'step_repeated', field: 'step' }]
      : []),
    ...(early ? [{ code: 'step_too_early', field: 'on' }] : []),
    ...(isAnswered(content.leg) && leg?.content.movement !== journey.id
      ? [{ code: 'step_leg_elsewhere', field: 'leg' }]
      : []),
  ]
}

/** Somebody receives the person. A mission of ours has agreed to, and is told in words what it must know. */
function handOverProblems(s: Situation, others: readonly RecordView[]): Problem[] {
  const { before, change, content, record, today } = s
  if (!others.some(step => step.content.step === 'arrival')) return [{ code: 'handover_before_arrival', field: 'step' }]
  if (!isAnswered(content.receivedBy)) return [{ code: 'handover_without_receiver', field: 'receivedBy' }]
  if (content.receivedBy !== 'own_mission')
    return isAnswered(content.mission) ? [{ code: 'handover_two_receivers', field: 'mission' }] : []
  if (!before) return []
  if (!isAnswered(content.mission) || content.mission === before.case.office)
    return [{ code: 'handover_without_mission', field: 'mission' }]
  if (!isAnswered(content.note)) return [{ code: 'handover_without_note', field: 'note' }]
  // What was passed on stays; only what passes it on asks again.
  if (record?.content.step === 'handed_over') return []
  const agreed = ofType(before, 'referral').some(
    referral => referral.content.toOffice === content.mission && stateOf(referral.content) === 'accepted',
  )
  return [
    ...(agreed ? [] : [{ code: 'handover_needs_referral', field: 'mission' }]),
    ...sharingProblems(before, { recipientKind: 'own_mission', today, of: change.record }),
  ]
}

/** Stage of the journey that a step brings about. */
const stages: Readonly<Record<string, string>> = { transit: 'transit', arrival: 'arrival', handed_over: 'completed' }

/** Forward only, and nothing moves while a high risk stands: what is paused goes on by a person’s word. */
export function followsSteps(file: CaseFile, today: string): readonly Consequence[] {
  const journeys = unmitigatedHighRisks(file).length > 0 ? [] : ofType(file, 'movement')
  return [...journeys.flatMap(journey => movedOn(file, journey)), ...travelled(file), ...asksForTalk(file, today)]
}

function movedOn(file: CaseFile, journey: RecordView): Consequence[] {
  const { stage, arrivedOn } = journey.content
  const steps = stepsOf(file, journey.id)
  const wanted = steps
    .flatMap(({ content }) => stages[plainText(content.step)] ?? [])
    .toSorted((a, b) => rankOf(b) - rankOf(a))[0]
  if (wanted === undefined || !hasBegun(stage) || rankOf(stage) >= rankOf(wanted)) return []
  const arrival = steps.find(({ content }) => content.step === 'arrival')?.content.on
  const dated = arrival !== undefined && !isAnswered(arrivedOn) ? { arrivedOn: arrival } : {}
  return [
    {
      type: 'movement',
      key: `stage.${journey.id}.${wanted}`,
      record: journey.id,
      set: { stage: wanted, ...dated },
    },
  ]
}

/** A leg through which somebody came is travelled. */
const travelled = (file: CaseFile): Consequence[] =>
  ofType(file, 'journey_step').flatMap(({ content }): Consequence[] => {
    const leg = ofType(file, 'movement_leg').find(({ id }) => id === content.leg)
    if (!leg || leg.content.state === 'travelled') return []
    return [{ type: 'movement_leg', key: `leg.${leg.id}.travelled`, record: leg.id, set: { state: 'travelled' } }]
  })

/** Days in which somebody who thinks of returning is told of all the options. */
const talkedWithin = 7

function asksForTalk(file: CaseFile, today: string): Consequence[] {
  const interest = ofType(file, 'journey_step').find(({ content }) => content.step === 'interest')
  const asked = ofType(file, 'task').some(({ content }) => content.kind === 'return_counselling')
  if (!interest || asked || ofType(file, 'counselling').length > 0) return []
  const on = dayOf(interest.content.on)
  const from = on !== null && on.length === 10 ? on : today
  return [
    {
      type: 'task',
      key: 'task.return_counselling',
      set: { kind: 'return_counselling', dueOn: daysLater(from, talkedWithin) },
    },
  ]
}

/** A hand-over is a task in the receiving mission’s own case, and its people hear of it. */
export function handsOver(file: CaseFile, other: CaseFile): Elsewhere {
  const steps = ofType(file, 'journey_step').filter(
    ({ content }) => content.step === 'handed_over' && content.mission === other.case.office,
  )
  if (isClosed(other)) return { follows: [], tells: [] }
  return {
    follows: steps.map(({ id, content }) => ({
      type: 'task',
      key: `receive.${id}`,
      set: { kind: 'receive_person', about: id, ...(isAnswered(content.on) ? { dueOn: content.on } : {}) },
    })),
    tells: steps.flatMap(({ id }) =>
      ['return_officer', 'reintegration_officer', 'supervisor'].map(role => ({
        kind: 'journey_handed_over',
        to: { role, office: other.case.office },
        key: `receive.${id}`,
      })),
    ),
  }
}

/** What can be written down next; what comes first in the journey comes first here. */
export function nextSteps(file: CaseFile, journey: RecordView): readonly ('transit' | 'arrival' | 'handed_over')[] {
  const { stage } = journey.content
  if (!hasBegun(stage)) return []
  const steps = new Set(stepsOf(file, journey.id).map(({ content }) => content.step))
  if (steps.has('handed_over')) return []
  if (steps.has('arrival')) return ['handed_over']
  return isOver(stage) ? ['arrival'] : ['transit', 'arrival']
}
