import type { RuleSet } from '../rule-set.ts'
import { followsJourneys, journeyProblems, stopsElsewhere, tellsJourneys } from './journey.ts'
import { problemOf, readinessItems } from './readiness.ts'

/** States that an item never has. */
const never = {
  missing: ['high_risk', 'fitness'],
  blocking: ['counselling', 'guardian_here', 'funding', 'travel_documents', 'leg'],
} as const

/** Return: what must stand before somebody travels, and what stops a journey. */
export const returnRules: RuleSet = {
  problems: readinessItems.flatMap(item =>
    (['missing', 'blocking'] as const)
      .filter(state => !(never[state] as readonly string[]).includes(item))
      .map(state => problemOf({ item, state })),
  ),
  planned: ['movement_leg.plannedOn'],
  check: { movement: journeyProblems },
  looksAround: ['movement'],
  follows: (_, file) => followsJourneys(file),
  followsClosed: (_, file) => followsJourneys(file),
  tells: ({ file }) => tellsJourneys(file),
  elsewhere: { risk: stopsElsewhere, mitigation: stopsElsewhere },
}
