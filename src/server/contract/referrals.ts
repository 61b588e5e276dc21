import { z } from 'zod'
import { Id, Instant, Value } from './shared.ts'

const Code = z.string().regex(/^[a-z_]{1,40}$/)
const Words = z.string().max(2_000)

/** What another mission of ours says. Declining names its reason. */
export const MissionAnswer = z
  .object({
    state: z.enum(['accepted', 'declined', 'done']),
    declineReason: Code.optional(),
    feedback: Words.optional(),
  })
  .refine(({ state, declineReason }) => state !== 'declined' || declineReason !== undefined, {
    path: ['declineReason'],
  })
  .meta({ id: 'MissionAnswer' })
export const MissionAnswered = z
  .object({
    /** The receiving mission's own case, opened or found when it accepts. */
    case: Id.nullable(),
  })
  .meta({ id: 'MissionAnswered' })

export const PartnerLink = z
  .object({ madeAt: Instant, expiresAt: Instant, openedAt: Instant.nullable(), ended: z.boolean() })
  .meta({ id: 'PartnerLink', description: 'Whether a one-time link of a referral is open; not what opens it.' })
export const PartnerLinkReply = z.object({ link: PartnerLink.nullable() })
export const NewPartnerLink = z
  .object({ token: z.string(), code: z.string(), expiresAt: Instant })
  .meta({ id: 'NewPartnerLink', description: 'Seen this once. Link and code go different ways.' })

export const PartnerPass = z
  .object({ token: z.string().min(20).max(100), code: z.string().min(1).max(20) })
  .meta({ id: 'PartnerPass' })
export const PartnerView = z
  .object({
    withdrawn: z.boolean(),
    state: z.string().nullable(),
    need: z.string().nullable(),
    sentOn: z.string().nullable(),
    from: z.string(),
    fields: z.array(z.object({ type: z.string(), field: z.string(), value: Value })),
  })
  .meta({ id: 'PartnerView', description: 'What a referral shares, and nothing else.' })
export const PartnerAnswer = PartnerPass.extend({
  state: z.enum(['accepted', 'declined', 'done']),
  declineReason: Code.optional(),
  feedback: Words.optional(),
})
  .refine(({ state, declineReason }) => state !== 'declined' || declineReason !== undefined, {
    path: ['declineReason'],
  })
  .meta({ id: 'PartnerAnswer' })
