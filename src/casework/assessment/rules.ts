import type { RuleSet } from '../rule-set.ts'

export const assessmentRules: RuleSet = { problems: [] }
