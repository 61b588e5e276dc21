import type { RuleSet } from '../rule-set.ts'

export const incidentRules: RuleSet = { problems: [] }
