import type { RuleSet } from '../rule-set.ts'

export const justiceRules: RuleSet = { problems: [] }
