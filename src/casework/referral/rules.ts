import type { RuleSet } from '../rule-set.ts'

export const referralRules: RuleSet = { problems: [] }
