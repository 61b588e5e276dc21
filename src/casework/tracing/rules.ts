import type { RuleSet } from '../rule-set.ts'

export const tracingRules: RuleSet = { problems: [] }
