import type { Content } from '#dictionary/answer.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { itemsOf } from './minimum-data.ts'
import { isLive } from './state.ts'

/** What a referral opens to another mission of ours: nothing before it is sent, nothing once it has ended. */
export interface HandOver {
  readonly office: string
  /** Record types of the case; person, case and the referral itself go along. */
  readonly types: readonly string[]
}

export function handOverOf(content: Content): HandOver | null {
  if (!isLive(content) || !isAnswered(content.toOffice)) return null
  return { office: plainText(content.toOffice), types: itemsOf(content.handedOver) }
}

/** Coded answers of the sender's case with which the receiving mission's case begins; what was told stays where it is. */
export function secondCase(
  sent: Content,
  referral: Content,
  o: { readonly child: boolean; readonly on: string },
): Content {
  const carried = ['category', 'ageBasis', 'ageDisputed', 'countryOfOrigin', 'countryOfDestination', 'traffickingType']
  const entries = carried.flatMap(field => {
    const value = sent[field]
    return value === undefined || value === null ? [] : [[field, value] as const]
  })
  return {
    ...Object.fromEntries(entries),
    // Nobody becomes an adult by crossing a border: the protective reading goes along.
    ...(o.child ? { ageGroup: 'child' } : isAnswered(sent.ageGroup) ? { ageGroup: sent.ageGroup } : {}),
    registeredOn: o.on,
    referralSource: 'own_mission',
    ...(isAnswered(referral.sentOn) ? { referredOn: referral.sentOn } : {}),
    ...(isAnswered(referral.reason) ? { referralReason: referral.reason } : {}),
  }
}
