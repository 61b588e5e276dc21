import type { RuleSet } from '../rule-set.ts'

export const hotlineRules: RuleSet = { problems: [] }
