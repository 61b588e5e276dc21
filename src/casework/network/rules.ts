import type { RuleSet } from '../rule-set.ts'

export const networkRules: RuleSet = { problems: [] }
