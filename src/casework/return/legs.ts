import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import type { Consequence, Notice, Situation, Told } from '../rule-set.ts'
import { dayOf } from '../when.ts'
import { hasBegun, isOver, journeyOf } from './stages.ts'

/** Each leg of a journey is the work of one mission, and stands among its tasks until it is travelled or called off. */

/** The mission that sees to a leg; nobody named: the one that keeps the case. */
export const missionOf = ({ content, office }: RecordView): string =>
  isAnswered(content.mission) ? plainText(content.mission) : office

/** A leg is travelled when it says so, or when a step of the journey says that the person has come through. */
export const isTravelled = (file: CaseFile, leg: RecordView): boolean =>
  leg.content.state === 'travelled' || ofType(file, 'journey_step').some(({ content }) => content.leg === leg.id)

/** Nobody travels a leg of a journey that has not begun. The register may bring in what a paper file says. */
export function legProblems({ before, change, content, actor }: Situation): readonly Problem[] {
  if (!before || actor.machine === true || change.set.state !== 'travelled') return []
  const stage = journeyOf(before, content)?.content.stage
  return hasBegun(stage) || stage === 'paused' ? [] : [{ code: 'leg_before_departure', field: 'state' }]
}

/** One task a leg: it goes along when the leg changes hands or days, and is done when the leg is. */
export const followsLegs = (file: CaseFile, today: string): readonly Consequence[] =>
  ofType(file, 'movement_leg').flatMap((leg): Consequence[] => {
    const journey = journeyOf(file, leg.content)
    const task = ofType(file, 'task').find(({ content }) => content.kind === 'journey_leg' && content.about === leg.id)
    const key = `leg.${leg.id}`
    const over = leg.content.state === 'cancelled' || isTravelled(file, leg) || isOver(journey?.content.stage)
    if (over || !journey)
      return task && !isAnswered(task.content.doneOn)
        ? [{ type: 'task', key, record: task.id, set: { doneOn: today } }]
        : []
    const [mission, dueOn] = [missionOf(leg), dayOf(leg.content.plannedOn)]
    const set = { mission, ...(dueOn === null ? {} : { dueOn }) }
    if (!task) return [{ type: 'task', key, set: { kind: 'journey_leg', about: leg.id, ...set } }]
    // Whoever takes a leg over finds it open, whatever the mission before had done.
    if (task.content.mission !== mission) return [{ type: 'task', key, record: task.id, set: { ...set, doneOn: null } }]
    const late = dueOn !== null && task.content.dueOn !== dueOn && !isAnswered(task.content.doneOn)
    return late ? [{ type: 'task', key, record: task.id, set: { dueOn } }] : []
  })

/** A mission is told that it sees to a leg, unless it keeps the case. */
export function tellsOfLeg({ record, before }: Told): readonly Notice[] {
  if (record.type !== 'movement_leg' || record.content.state === 'cancelled') return []
  const mission = missionOf(record)
  if (mission === record.office || (before && missionOf(before) === mission)) return []
  return ['return_officer', 'supervisor'].map(role => ({
    kind: 'leg_assigned',
    to: { role, office: mission },
    key: `leg.${record.id}.${mission}.${record.version}`,
  }))
}
