import type { FastifyReply, FastifyRequest } from 'fastify'
import { type Permissions, permissionsOf } from '#access/permission.ts'
import { deviceByToken } from '#register/devices.ts'
import type { Register } from '#register/register.ts'
import { type Session, serviceOf, sessionOf } from '#register/sessions.ts'
import type { Settings } from './options.ts'
import { Refused } from './problems.ts'
import type { Door, Route } from './route.ts'

/** Who asks. Looked up anew for every request: signing out or losing a role counts at once. */
export interface Caller {
  readonly actor: Session['actor'] | null
  readonly session: Session | null
  readonly permissions: Permissions | null
}

export const stranger: Caller = { actor: null, session: null, permissions: null }

/** Runs before the body is read: a stranger cannot even make the server parse something. */
export async function admit(
  register: Register,
  settings: Settings,
  request: FastifyRequest,
  { may, beforeOwnPassword }: Pick<Route, 'may' | 'beforeOwnPassword'>,
): Promise<Caller> {
  const bearer = /^Bearer +(\S{20,200})$/i.exec(request.headers.authorization ?? '')?.[1]
  // A form or image on a foreign page cannot set a header of its own; a cookie alone proves no intention.
  if (!bearer && !safe.has(request.method) && request.headers['x-waymark'] !== '1') throw new Refused('header_missing')
  await refuseRevoked(register, request)
  if (may === 'anyone') return stranger
  const caller = bearer ? await program(register, bearer) : await person(register, settings, request)
  if (!caller.actor || !caller.permissions) throw new Refused('not_signed_in')
  // Whoever made the account knows the password; until it is the person's own, the session proves nobody.
  if (caller.session?.mustChange && !beforeOwnPassword) throw new Refused('password_change_needed')
  if (may === 'signed_in' && !caller.session) throw new Refused('not_allowed')
  if (may !== 'signed_in' && may !== 'signed_in_or_program' && !caller.permissions.may(may))
    throw new Refused('not_allowed')
  return caller
}

/** A device that was lost is told to forget, whoever holds it and whichever session it found. */
async function refuseRevoked(register: Register, request: FastifyRequest): Promise<void> {
  const token = request.headers['x-waymark-device']
  if (typeof token !== 'string') return
  const device = await deviceByToken(register, token)
  if (device?.state === 'revoked') throw new Refused('device_revoked')
}

const safe = new Set(['GET', 'HEAD', 'OPTIONS'])

async function person(register: Register, settings: Settings, request: FastifyRequest): Promise<Caller> {
  const token = request.cookies[settings.cookie]
  if (!token) return stranger
  const session = await sessionOf(register, token, register.now(), settings.times)
  if (!session) return stranger
  return { actor: session.actor, session, permissions: permissionsOf(session.actor, register.offices().tree) }
}

async function program(register: Register, token: string): Promise<Caller> {
  const actor = await serviceOf(register, token, register.now())
  if (!actor) return stranger
  return { actor, session: null, permissions: permissionsOf(actor, register.offices().tree) }
}

/** What a route may do to the browser's cookie. */
export function doorOf(settings: Settings, session: Session | null, reply: FastifyReply): Door {
  const cookie = { path: '/', httpOnly: true, sameSite: 'strict', secure: settings.https } as const
  return {
    settings,
    session,
    open: token => void reply.setCookie(settings.cookie, token, cookie),
    close: () => void reply.clearCookie(settings.cookie, cookie),
    attach: ({ name, contentType }) =>
      void reply
        .header('content-disposition', `attachment; filename="${name}"`)
        .header('content-security-policy', "default-src 'none'; sandbox")
        .type(contentType),
  }
}
