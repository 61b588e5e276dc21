import { providerProblems } from '../directory/provider.ts'
import type { RuleSet } from '../rule-set.ts'

/** The service directory, and asking another organisation or mission to serve a person. */
export const referralRules: RuleSet = {
  problems: ['provider_incomplete', 'provider_shelter_address'],
  planned: ['provider.agreementUntil'],
  check: { provider: providerProblems },
}
