import { providerProblems } from '../directory/provider.ts'
import type { RuleSet } from '../rule-set.ts'
import { endsWithConsent, followsReferrals, tellsOfReferral } from './follow.ts'
import { referralCodes, referralProblems } from './sending.ts'

/** The service directory, and asking another organisation or mission to serve a person. */
export const referralRules: RuleSet = {
  problems: ['provider_incomplete', 'provider_shelter_address', ...referralCodes],
  planned: ['provider.agreementUntil'],
  pairs: {
    referral: [
      ['sentOn', 'receivedOn'],
      ['sentOn', 'acknowledgedOn'],
      ['acknowledgedOn', 'doneOn'],
    ],
  },
  check: { provider: providerProblems, referral: referralProblems },
  looksAround: ['referral'],
  follows: (_, file, today) => followsReferrals(file, today),
  followsClosed: (_, file, today) => endsWithConsent(file, today),
  tells: tellsOfReferral,
}
