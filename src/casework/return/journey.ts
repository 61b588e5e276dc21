import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { unmitigatedHighRisks } from '../assessment/risk.ts'
import { ofType } from '../latest.ts'
import { type Consequence, type Elsewhere, nothingAround, type Notice, type Situation } from '../rule-set.ts'
import { problemOf, readiness } from './readiness.ts'
import { hasBegun, isOnTheWay } from './stages.ts'

/** A journey begins when everything stands, pauses by itself when a high risk is found, and resumes when that is met. */

/**
 * From planned (or paused, or nothing) to any stage under way: every item that is not green is named at once. The
 * register itself may bring in what a paper file says.
 */
export function journeyProblems({ before, record, change, content, actor, around, today }: Situation): Problem[] {
  if (actor.machine === true || !before || !hasBegun(content.stage) || hasBegun(record?.content.stage)) return []
  const movement = { ...(record ?? unsaved(before, change.record)), content }
  const blind = around === nothingAround
  return readiness(before, movement, {
    today,
    others: around.otherFiles,
    funded: id => blind || ['project', 'fund'].includes(around.record(id)?.type ?? ''),
  })
    .filter(({ state }) => state !== 'green')
    .map(item => ({ code: problemOf(item), field: item.field ?? 'stage' }))
}

const unsaved = (file: CaseFile, id: string): RecordView => ({ ...file.case, id, type: 'movement', version: 0 })

/** Journeys of the file that a high risk, in this file or in `known`, stops. */
function stopped(file: CaseFile, known: CaseFile = file) {
  const risk = unmitigatedHighRisks(known)[0]
  if (!risk) return []
  return ofType(file, 'movement')
    .filter(({ content }) => isOnTheWay(content.stage))
    .map(movement => ({ movement, risk }))
}

export const followsJourneys = (file: CaseFile): readonly Consequence[] => stopped(file).map(pause)

/** Who must know that a journey of this file stops now. */
export const tellsJourneys = (file: CaseFile): readonly Notice[] =>
  stopped(file).flatMap(({ movement, risk }) => alarm(file, { movement, risk }))

/** A high risk in one file stops the journeys of the person’s other files; both missions are told. */
export function stopsElsewhere(file: CaseFile, other: CaseFile): Elsewhere {
  const found = stopped(other, file)
  return {
    follows: found.map(pause),
    tells: found.flatMap(each => [...alarm(other, each), ...toStaff(file.case.office, each)]),
  }
}

interface Stopped {
  readonly movement: RecordView
  readonly risk: RecordView
}

const pause = ({ movement, risk }: Stopped): Consequence => ({
  type: 'movement',
  key: `pause.${movement.id}.${risk.id}`,
  record: movement.id,
  set: { stage: 'paused' },
})

/** The mission that sends and the one that receives. */
function alarm(file: CaseFile, about: Stopped): readonly Notice[] {
  const { receivingOffice } = about.movement.content
  const offices = new Set([
    file.case.office,
    ...(typeof receivingOffice === 'string' && isAnswered(receivingOffice) ? [receivingOffice] : []),
  ])
  return [...offices].flatMap(office => toStaff(office, about))
}

const toStaff = (office: string, { movement, risk }: Stopped): readonly Notice[] =>
  ['return_officer', 'supervisor'].map(role => ({
    kind: 'journey_paused',
    to: { role, office },
    key: `pause.${movement.id}.${risk.id}`,
  }))
