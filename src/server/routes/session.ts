import { z } from 'zod'
import { accountById, changePassword, credentialsOf, editOwnSecret, takeTotpStep } from '#register/accounts.ts'
import { atDesk, type Desk } from '#register/desk.ts'
import { hashPassword } from '#register/password.ts'
import { endSession } from '#register/sessions.ts'
import { setUp, setupNeeded } from '#register/setup.ts'
import { confirmPassword, signIn } from '#register/sign-in.ts'
import {
  ChangePassword,
  EditOwnAccount,
  Me,
  OwnPassword,
  Setup,
  SetupState,
  SignIn,
  SignInReply,
  TotpConfirm,
  TotpOffer,
} from '../contract/session.ts'
import { Done } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { type Asked, type Door, deskRoute, registerRoute, signedIn } from '../route.ts'
import { offerTotp, stepOf } from '../totp.ts'

/** The door: first administrator, sign-in, one's own password and second factor. */
export const sessionRoutes = [
  registerRoute({
    method: 'GET',
    path: '/setup',
    tag: 'session',
    about: 'Whether the first administrator still has to be made.',
    may: 'anyone',
    reply: SetupState,
    run: async (_, { register }) => ({ needed: await setupNeeded(register) }),
  }),

  registerRoute({
    method: 'POST',
    path: '/setup',
    tag: 'session',
    about: 'Makes the top office and the first administrator with the one-time token of the start line, and signs in.',
    may: 'anyone',
    limited: true,
    body: Setup,
    reply: SignInReply,
    run: async ({ body }, { register }, door) => {
      // A used-up register does not spend memory on hashing what strangers send.
      if (!(await setupNeeded(register))) throw new Refused('not_found')
      const password = await hashPassword(body.password, register.passwordCost)
      const opened = await setUp(register, { ...body, password }, door.settings.times)
      door.open(opened.token)
      return { status: 'signed_in' as const, expiresAt: opened.expiresAt.toISOString() }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/session',
    tag: 'session',
    about: 'Signs in. With a second factor: first without the code, then again with it.',
    may: 'anyone',
    limited: true,
    body: SignIn,
    reply: SignInReply,
    run: async ({ body }, { register }, door) => {
      const outcome = await signIn(register, { ...body, now: register.now(), times: door.settings.times, stepOf })
      switch (outcome.status) {
        case 'wrong':
          throw new Refused('sign_in_failed')
        case 'locked':
          throw new Refused('too_many', { retryAfter: outcome.seconds })
        case 'code_needed':
          return { status: 'code_needed' as const, expiresAt: null }
        case 'signed_in':
          door.open(outcome.token)
          return { status: 'signed_in' as const, expiresAt: outcome.expiresAt.toISOString() }
        default:
          return outcome satisfies never
      }
    },
  }),

  deskRoute({
    method: 'DELETE',
    path: '/session',
    tag: 'session',
    about: 'Signs out, at once.',
    may: 'signed_in',
    beforeOwnPassword: true,
    reply: Done,
    run: async (_, { client }, door) => {
      if (door.session) await endSession(client, door.session.tokenHash)
      door.close()
      return { done: true }
    },
  }),

  deskRoute({
    method: 'GET',
    path: '/session',
    tag: 'session',
    about: 'Who is signed in, and with which roles.',
    may: 'signed_in',
    beforeOwnPassword: true,
    reply: Me,
    run: (_, desk, door) => whoAmI(desk, door),
  }),

  deskRoute({
    method: 'PATCH',
    path: '/account',
    tag: 'session',
    about: 'Changes the language of one’s own account, and where notices go by e-mail.',
    may: 'signed_in',
    body: EditOwnAccount,
    reply: Me,
    run: async ({ body }, desk, door) => {
      await editOwnSecret(desk, {
        ...(body.language === undefined ? {} : { language: body.language }),
        ...(body.mail === undefined ? {} : { mail: body.mail }),
      })
      return whoAmI(desk, door)
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/account/password',
    tag: 'session',
    about: 'Changes one’s own password; every other session of the account ends.',
    may: 'signed_in',
    beforeOwnPassword: true,
    limited: true,
    body: ChangePassword,
    reply: Done,
    run: async ({ body }, asked, door) => {
      await provePassword(asked, body.current)
      if (body.next.normalize('NFKC') === body.current.normalize('NFKC')) throw new Refused('same_password')
      const hash = await hashPassword(body.next, asked.register.passwordCost)
      const { session } = door
      if (session) await ownDesk(asked, desk => changePassword(desk, hash, session.tokenHash))
      return { done: true }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/account/totp',
    tag: 'session',
    about: 'Offers a second factor: the secret for an authenticator app. It counts once a code is confirmed.',
    may: 'signed_in',
    limited: true,
    body: OwnPassword,
    reply: TotpOffer,
    run: async ({ body }, asked, door) => {
      await provePassword(asked, body.password)
      return ownDesk(asked, async desk => {
        const { secret } = await ownAccount(desk)
        const offer = offerTotp(door.settings.issuer, secret.login ?? '')
        await editOwnSecret(desk, { offered: offer.secret })
        return offer
      })
    },
  }),

  deskRoute({
    method: 'PUT',
    path: '/account/totp',
    tag: 'session',
    about: 'Confirms the offered second factor with its first code.',
    may: 'signed_in',
    limited: true,
    body: TotpConfirm,
    reply: Done,
    run: async ({ body }, desk) => {
      const { offered } = await ownCredentials(desk)
      if (!offered) throw new Refused('stale')
      await spendCode(desk, offered, body.code)
      await editOwnSecret(desk, { totp: offered, offered: null })
      return { done: true }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/account/totp/end',
    tag: 'session',
    about: 'Ends the second factor.',
    may: 'signed_in',
    limited: true,
    body: OwnPassword,
    reply: Done,
    run: async ({ body }, asked) => {
      await provePassword(asked, body.password)
      await ownDesk(asked, desk => editOwnSecret(desk, { totp: null, offered: null }))
      return { done: true }
    },
  }),
]

/** Says the state of the register to monitors; nothing about its content. */
export const healthRoute = registerRoute({
  method: 'GET',
  path: '/health',
  tag: 'server',
  about: 'Whether the server reaches its database.',
  may: 'anyone',
  reply: z.object({ ok: z.boolean() }),
  run: async (_, { register }) => {
    await register.pool.query('select 1')
    return { ok: true }
  },
})

/** A session alone changes no door: it may be a stolen one, or a screen that somebody walked away from. */
async function provePassword({ register, actor }: Asked, password: string): Promise<void> {
  const proof = await confirmPassword(register, { account: signedIn(actor).id, password, now: register.now() })
  switch (proof.status) {
    case 'right':
      return
    case 'wrong':
      throw new Refused('wrong_password')
    case 'locked':
      throw new Refused('too_many', { retryAfter: proof.seconds })
    default:
      return proof satisfies never
  }
}

const ownDesk = <T>({ register, actor }: Asked, run: (desk: Desk) => Promise<T>): Promise<T> =>
  atDesk(register, signedIn(actor), register.now(), run)

async function ownAccount(desk: Desk) {
  const account = await accountById(desk, desk.actor.id)
  if (!account) throw new Refused('not_found')
  return account
}

async function ownCredentials(desk: Desk) {
  const credentials = await credentialsOf(desk, desk.actor.id)
  if (!credentials) throw new Refused('not_found')
  return credentials
}

async function spendCode(desk: Desk, secret: string, code: string): Promise<void> {
  const step = await stepOf(secret, code, desk.now)
  if (step === null || !(await takeTotpStep(desk.client, desk.actor.id, step))) throw new Refused('wrong_code')
}

async function whoAmI(desk: Desk, door: Door): Promise<z.output<typeof Me>> {
  const account = await ownAccount(desk)
  const grants = desk.actor.grants.map(({ role, office, scope }) => ({ role, office, scope }))
  return {
    id: account.id,
    name: account.secret.name,
    login: account.secret.login ?? '',
    language: account.secret.language,
    mail: account.secret.mail ?? null,
    grants,
    office: grants[0]?.office ?? null,
    totp: account.totp,
    mustChangePassword: account.mustChange,
    idleMinutes: door.settings.times.idleMinutes,
    expiresAt: (door.session?.expiresAt ?? desk.now).toISOString(),
  }
}
