import type { RuleSet } from '../rule-set.ts'

export const teamworkRules: RuleSet = { problems: [] }
