import type { RuleSet } from '../rule-set.ts'

export const reintegrationRules: RuleSet = { problems: [] }
