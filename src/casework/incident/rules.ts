import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { RuleSet, Situation } from '../rule-set.ts'

/** One event, many persons: each has a case of their own that names the event. */
export const incidentRules: RuleSet = {
  problems: ['incident_unknown', 'incident_kind_missing'],
  check: {
    case: namesIncident,
    incident: ({ content }) => (isAnswered(content.kind) ? [] : [{ code: 'incident_kind_missing', field: 'kind' }]),
  },
  looksAround: ['case.incident'],
}

/** Figures count events by what cases name: an event that is not there, or not ours to see, is none. */
function namesIncident({ change, actor, around }: Situation): readonly Problem[] {
  const { incident } = change.set
  if (!isAnswered(incident) || actor.machine === true) return []
  return around.record(plainText(incident))?.type === 'incident'
    ? []
    : [{ code: 'incident_unknown', field: 'incident' }]
}
