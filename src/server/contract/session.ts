import { z } from 'zod'
import { Id, Instant, Line } from './shared.ts'

export const SignIn = z
  .object({
    login: z.string().min(1).max(200),
    password: z.string().min(1).max(500),
    code: z.string().max(20).optional(),
  })
  .meta({ id: 'SignIn' })
export const SignInReply = z
  .object({
    /** `code_needed`: the password was right, send it again with the six digits. */
    status: z.enum(['signed_in', 'code_needed']),
    /** When the session ends without further use; null when a code is needed. */
    expiresAt: Instant.nullable(),
  })
  .meta({ id: 'SignInReply' })

export const Grant = z
  .object({ role: z.string(), office: Id, scope: z.enum(['own', 'office', 'region', 'all']) })
  .meta({ id: 'Grant' })

export const Me = z
  .object({
    id: Id,
    name: z.string(),
    login: z.string(),
    language: z.string(),
    grants: z.array(Grant),
    office: Id.nullable(),
    /** Where notices go by e-mail; null: nowhere. */
    mail: z.string().nullable(),
    totp: z.boolean(),
    mustChangePassword: z.boolean(),
    idleMinutes: z.int(),
    expiresAt: Instant,
  })
  .meta({
    id: 'Me',
    description: 'Who is signed in, and with which roles. The browser computes its buttons from the grants.',
  })

export const SetupState = z.object({ needed: z.boolean() }).meta({ id: 'SetupState' })
export const Setup = z
  .object({
    token: z.string().min(10).max(200),
    organisation: Line(120),
    officeCode: z.string().regex(/^[A-Z0-9][A-Z0-9_-]{0,19}$/),
    name: Line(120),
    login: Line(200, 3),
    password: z.string().min(10).max(500),
  })
  .meta({
    id: 'Setup',
    description: 'The first administrator and the top office; the one-time token stands in the start line.',
  })

export const ChangePassword = z
  .object({ current: z.string().min(1).max(500), next: z.string().min(10).max(500) })
  .meta({ id: 'ChangePassword' })
/** Given once more before a door is changed. */
export const OwnPassword = z.object({ password: z.string().min(1).max(500) }).meta({ id: 'OwnPassword' })
export const TotpOffer = z.object({ secret: z.string(), uri: z.string() }).meta({ id: 'TotpOffer' })
export const TotpConfirm = z.object({ code: z.string().regex(/^\d{6}$/) }).meta({ id: 'TotpConfirm' })
export const EditOwnAccount = z
  .object({
    language: z
      .string()
      .regex(/^[A-Za-z][A-Za-z-]{1,11}$/)
      .optional(),
    mail: z.email().max(200).nullable().optional(),
  })
  .meta({ id: 'EditOwnAccount' })
