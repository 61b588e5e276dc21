import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import type { RuleSet, Situation } from '../rule-set.ts'
import { bedsTaken } from './fits.ts'
import { doseProblems, medicationCodes, medicineProblems } from './medication.ts'
import { stayProblems } from './stays.ts'

/** Houses, places and stays. */
export const shelterRules: RuleSet = {
  problems: [
    'protected_address_in_text',
    'shelter_needs_code',
    'place_incomplete',
    'place_occupied',
    'house_missing',
    'stay_incomplete',
    'stay_consent_missing',
    'stay_consent_refused',
    'stay_own_yes',
    'stay_open_already',
    'stay_place_elsewhere',
    'shelter_closed',
    'place_closed',
    'place_for_family',
    'place_for_one',
    'place_sex',
    'place_age',
    'place_full',
    'stay_log_incomplete',
    'medicine_elsewhere',
    ...medicationCodes,
  ],
  planned: ['stay.from', 'stay.expectedUntil', 'medicine.from', 'medicine.until'],
  pairs: { stay: [['from', 'expectedUntil']], medicine: [['from', 'until']] },
  seesWhole: ['medicine'],
  check: {
    shelter: ({ content }) => (isAnswered(content.code) ? [] : [{ code: 'shelter_needs_code', field: 'code' }]),
    place: placeProblems,
    stay: stayProblems,
    stay_log: logProblems,
    medicine: medicineProblems,
    dose: doseProblems,
    shelter_check: namesHouse,
    shift_handover: namesHouse,
  },
  looksAround: ['place', 'stay'],
}

function namesHouse({ content }: Situation): Problem[] {
  return isAnswered(content.shelter) ? [] : [{ code: 'house_missing', field: 'shelter' }]
}

/** Beds are not taken from under people: who stays there moves first. */
function placeProblems({ content, change, around }: Situation): Problem[] {
  const missing = (['shelter', 'kind', 'beds'] as const).filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'place_incomplete', field }))
  const taken = around.at('stay', change.record).map(stay => stay.content)
  if (taken.length === 0) return []
  const field = ['state', 'beds', 'kind', 'shelter'].find(each => each in change.set)
  const beds = typeof content.beds === 'number' ? content.beds : 0
  const shared = content.kind === 'dormitory' || taken.length === 1
  const holds = content.state !== 'closed' && beds >= bedsTaken(taken) && shared && change.set.shelter === undefined
  return holds || field === undefined ? [] : [{ code: 'place_occupied', field }]
}

function logProblems({ before, content }: Situation): Problem[] {
  if (!isAnswered(content.kind)) return [{ code: 'stay_log_incomplete', field: 'kind' }]
  const known = before === null || ofType(before, 'stay').some(({ id }) => id === plainText(content.stay))
  if (!known) return [{ code: 'stay_log_incomplete', field: 'stay' }]
  // What somebody takes is of the class health, and stands on a line of its own.
  return ['medicine', 'medicineNote']
    .filter(field => isAnswered(content[field]) && content.kind !== 'medication')
    .map(field => ({ code: 'medicine_elsewhere', field }))
}
