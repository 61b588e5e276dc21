import type { RuleSet } from '../rule-set.ts'

export const rightsRules: RuleSet = { problems: [] }
