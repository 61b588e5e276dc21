import type { z } from 'zod'
import type * as referrals from '#server/contract/referrals.ts'
import { call } from '../api/client.ts'

/** The routes of referrals, typed by their contracts. A referral itself is a record like others. */
export type Answer = z.infer<typeof referrals.MissionAnswer>
export const answer = (referral: string, said: Answer) =>
  call<z.infer<typeof referrals.MissionAnswered>>('POST', `referrals/${referral}/answer`, said)

export const linkOf = (referral: string) =>
  call<z.infer<typeof referrals.PartnerLinkReply>>('GET', `referrals/${referral}/link`)
export type NewLink = z.infer<typeof referrals.NewPartnerLink>
export const makeLink = (referral: string) => call<NewLink>('POST', `referrals/${referral}/link`)
export const endLink = (referral: string) => call<unknown>('DELETE', `referrals/${referral}/link`)
