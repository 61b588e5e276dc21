import type { RuleSet } from '../rule-set.ts'

export const planningRules: RuleSet = { problems: [] }
