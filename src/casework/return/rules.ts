import type { RuleSet } from '../rule-set.ts'
import { followsLegs, legProblems, tellsOfLeg } from './legs.ts'
import { followsJourneys, journeyProblems, stopsElsewhere, tellsJourneys } from './journey.ts'
import { problemOf, readinessItems } from './readiness.ts'
import { followsSteps, handsOver, stepCodes, stepProblems } from './steps.ts'

/** States that an item never has. */
const never = {
  missing: ['high_risk', 'fitness'],
  blocking: ['counselling', 'guardian_here', 'funding', 'travel_documents', 'leg'],
} as const

/** Return: what must stand before somebody travels, and what stops a journey. */
export const returnRules: RuleSet = {
  problems: [
    ...readinessItems.flatMap(item =>
      (['missing', 'blocking'] as const)
        .filter(state => !(never[state] as readonly string[]).includes(item))
        .map(state => problemOf({ item, state })),
    ),
    'leg_before_departure',
    ...stepCodes,
  ],
  // A hand-over to a mission says in words what it must know.
  seesWhole: ['journey_step'],
  planned: ['movement_leg.plannedOn'],
  check: { movement: journeyProblems, movement_leg: legProblems, journey_step: stepProblems },
  looksAround: ['movement'],
  follows: (_, file, today) => [...followsJourneys(file), ...followsSteps(file, today), ...followsLegs(file, today)],
  followsClosed: (_, file) => followsJourneys(file),
  tells: told => [...tellsJourneys(told.file), ...tellsOfLeg(told)],
  elsewhere: { risk: stopsElsewhere, mitigation: stopsElsewhere, journey_step: handsOver },
}
