import type { RuleSet } from '../rule-set.ts'

export const assessmentRules: RuleSet = {
  problems: [],
  planned: ['mitigation.dueOn', 'best_interest.reviewOn'],
}
