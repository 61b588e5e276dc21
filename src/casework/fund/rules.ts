import type { RuleSet } from '../rule-set.ts'

export const fundRules: RuleSet = { problems: [] }
