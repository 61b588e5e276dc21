import type { RuleSet } from '../rule-set.ts'

export const documentRules: RuleSet = { problems: [] }
