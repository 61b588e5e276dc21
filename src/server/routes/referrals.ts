import type { Actor } from '#access/permission.ts'
import { answerForMission, mayMakeLink } from '#register/referral-answer.ts'
import {
  acknowledgeWithdrawal,
  answerForPartner,
  endPartnerLink,
  makePartnerLink,
  openForPartner,
  partnerLinkOf,
} from '#register/partner-link.ts'
import type { Register } from '#register/register.ts'
import { inWork } from '#register/work.ts'
import {
  MissionAnswer,
  MissionAnswered,
  NewPartnerLink,
  PartnerAnswer,
  PartnerLinkReply,
  PartnerPass,
  PartnerView,
} from '../contract/referrals.ts'
import { ById, Done } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { registerRoute, signedIn } from '../route.ts'

/** Answers to referrals: by a mission of ours, and by an organisation without an account. The referral itself is a record. */
export const referralRoutes = [
  registerRoute({
    method: 'POST',
    path: '/referrals/:id/answer',
    tag: 'records',
    about: 'The receiving mission accepts (which opens its own case), declines, or says that the service was given.',
    may: 'write',
    params: ById,
    body: MissionAnswer,
    reply: MissionAnswered,
    run: ({ params, body }, { register, actor }) =>
      answerForMission(register, signedIn(actor), { referral: params.id, answer: body }),
  }),

  registerRoute({
    method: 'GET',
    path: '/referrals/:id/link',
    tag: 'records',
    about: 'Whether a one-time link of this referral is open.',
    may: 'read',
    params: ById,
    reply: PartnerLinkReply,
    run: async ({ params }, { register, actor }) => {
      await mustBeTheirs(register, signedIn(actor), params.id)
      const link = await partnerLinkOf(register, params.id)
      return {
        link: link && {
          madeAt: link.madeAt.toISOString(),
          expiresAt: link.expiresAt.toISOString(),
          openedAt: link.openedAt?.toISOString() ?? null,
          ended: link.ended || link.expiresAt <= register.now(),
        },
      }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/referrals/:id/link',
    tag: 'records',
    about: 'Makes a one-time link and its code for an organisation without an account; an older one ends.',
    may: 'write',
    params: ById,
    reply: NewPartnerLink,
    run: async ({ params }, { register, actor }) => {
      const { id: account } = signedIn(actor)
      await mustBeTheirs(register, signedIn(actor), params.id)
      const made = await makePartnerLink(register, { referral: params.id, account, now: register.now() })
      return { token: made.token, code: made.code, expiresAt: made.expiresAt.toISOString() }
    },
  }),

  registerRoute({
    method: 'DELETE',
    path: '/referrals/:id/link',
    tag: 'records',
    about: 'Ends the one-time link of this referral.',
    may: 'write',
    params: ById,
    reply: Done,
    run: async ({ params }, { register, actor }) => {
      await mustBeTheirs(register, signedIn(actor), params.id)
      await endPartnerLink(register, { referral: params.id, now: register.now() })
      return { done: true }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/partner/open',
    tag: 'records',
    about: 'What a referral shares with the holder of its link and code.',
    may: 'anyone',
    limited: true,
    body: PartnerPass,
    reply: PartnerView,
    run: ({ body }, { register }) => openForPartner(register, body),
  }),

  registerRoute({
    method: 'POST',
    path: '/partner/answer',
    tag: 'records',
    about: 'The holder of link and code accepts, declines with a reason, or says that the service was given.',
    may: 'anyone',
    limited: true,
    body: PartnerAnswer,
    reply: Done,
    run: async ({ body: { token, code, ...answer } }, { register }) => {
      await answerForPartner(register, { token, code }, answer)
      return { done: true }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/partner/acknowledge',
    tag: 'records',
    about: 'The holder of link and code has heard that consent was taken back.',
    may: 'anyone',
    limited: true,
    body: PartnerPass,
    reply: Done,
    run: async ({ body }, { register }) => {
      await acknowledgeWithdrawal(register, body)
      return { done: true }
    },
  }),
]

/** Links are made for one's own referrals to organisations that are sent and not over; anything else does not exist. */
async function mustBeTheirs(register: Register, actor: Actor, referral: string): Promise<void> {
  if (!(await inWork(register, actor, work => mayMakeLink(work, referral)))) throw new Refused('not_found')
}
