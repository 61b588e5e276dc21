import type { Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { RuleSet, Situation } from '../rule-set.ts'
import { ageDisputeCodes, ageDisputeProblems } from './age-dispute.ts'
import { followsHints } from './rescreening.ts'

/** Assessments and what is done about what they find. */
export const assessmentRules: RuleSet = {
  problems: [
    'sign_off_incomplete',
    'sign_off_by_oneself',
    'sign_off_not_yours',
    'urgent_without_need',
    ...ageDisputeCodes,
  ],
  pairs: { age_dispute: [['raisedOn', 'decidedOn']] },
  seesWhole: ['age_dispute'],
  planned: ['mitigation.dueOn', 'best_interest.reviewOn', 'needs_assessment.reviewOn'],
  check: { mitigation: signOff, needs_assessment: urgentIsNeeded, age_dispute: ageDisputeProblems },
  follows: (_, file, today) => followsHints(file, today),
}

/**
 * A measure is signed off by somebody who answers for the team and did not write it, and says which risk it meets and how
 * much of it is left: only then does a high risk stop standing in the way (see `unmitigatedHighRisks`).
 */
function signOff({ record, content, actor }: Situation): readonly Problem[] {
  if (content.state !== 'signed_off' || record?.content.state === 'signed_off') return []
  const missing = ['risk', 'residual'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'sign_off_incomplete', field }))
  if (actor.machine === true) return []
  if (!record || record.author === actor.id) return [{ code: 'sign_off_by_oneself', field: 'state' }]
  return actor.may('assign') ? [] : [{ code: 'sign_off_not_yours', field: 'state' }]
}

/** What cannot wait is one of the needs: else a count of needs and a list of urgent ones would not agree. */
function urgentIsNeeded({ content: { needs, urgent } }: Situation): readonly Problem[] {
  const named = new Set(Array.isArray(needs) ? needs : [])
  const stray = Array.isArray(urgent) && urgent.some(code => !named.has(code))
  return stray ? [{ code: 'urgent_without_need', field: 'urgent' }] : []
}
