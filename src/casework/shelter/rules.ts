import type { RuleSet } from '../rule-set.ts'

export const shelterRules: RuleSet = { problems: [] }
