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

/** The door of an organisation without an account. None of these needs a session. */
export type Pass = z.infer<typeof referrals.PartnerPass>
export type PartnerView = z.infer<typeof referrals.PartnerView>
export const openForPartner = (pass: Pass) => call<PartnerView>('POST', 'partner/open', pass, { quiet: true })
export const answerForPartner = (pass: Pass, said: Answer) =>
  call<unknown>('POST', 'partner/answer', { ...pass, ...said }, { quiet: true })
export const acknowledge = (pass: Pass) => call<unknown>('POST', 'partner/acknowledge', pass, { quiet: true })
