import { accountById, accountByLogin, credentialsOf, loginHash, takeTotpStep } from './accounts.ts'
import { checkPassword, decoy } from './password.ts'
import type { Register } from './register.ts'
import { openSession, type SessionTimes } from './sessions.ts'
import { asOwner } from './work.ts'

/**
 * Signing in. Every attempt takes a place in the lock-out before anything is checked, so a hundred guesses sent at the
 * same moment are a hundred failures; a login that nobody has behaves as one that somebody has.
 */
export type SignInOutcome =
  | { readonly status: 'signed_in'; readonly token: string; readonly expiresAt: Date }
  | { readonly status: 'code_needed' }
  | { readonly status: 'wrong' }
  | { readonly status: 'locked'; readonly seconds: number }

/** Finds the time step a six-digit code belongs to, or null; given by the caller so that this file knows no TOTP. */
export type StepOf = (secret: string, code: string, now: Date) => Promise<number | null>

export interface SignInRequest {
  readonly login: string
  readonly password: string
  readonly code?: string | undefined
  readonly now: Date
  readonly times: SessionTimes
  readonly stepOf: StepOf
}

export async function signIn(register: Register, o: SignInRequest): Promise<SignInOutcome> {
  const hash = loginHash(register.keys, o.login)
  const wait = await takeAttempt(register, hash, o.now)
  if (wait > 0) return { status: 'locked', seconds: wait }
  const account = await asOwner(register, client => accountByLogin({ register, client }, o.login))
  const right = await checkPassword(o.password, account?.password ?? (await decoy(register.passwordCost)))
  if (!account || !right || account.state !== 'active') return { status: 'wrong' }
  if (account.totp && !o.code) {
    await giveBack(register, hash, o.now)
    return { status: 'code_needed' }
  }
  return open(register, { hash, account: account.id, totp: account.totpSecret }, o)
}

async function open(
  register: Register,
  { hash, account, totp }: { hash: Buffer; account: string; totp: string | null },
  o: SignInRequest,
): Promise<SignInOutcome> {
  const step = totp === null ? null : await o.stepOf(totp, o.code ?? '', o.now)
  if (totp !== null && step === null) return { status: 'wrong' }
  return asOwner(register, async client => {
    if (step !== null && !(await takeTotpStep(client, account, step))) return { status: 'wrong' } as const
    await client.query('delete from sign_in_attempt where login_hash = $1', [hash])
    const session = await openSession(client, { account, now: o.now, times: o.times })
    return { status: 'signed_in', ...session } as const
  })
}

/**
 * The password once more, before a door is changed: a session left open or stolen must not be enough. Guessing here runs
 * into the same lock-out as guessing at the door.
 */
export async function confirmPassword(
  register: Register,
  o: { readonly account: string; readonly password: string; readonly now: Date },
): Promise<
  { readonly status: 'right' } | { readonly status: 'wrong' } | { readonly status: 'locked'; readonly seconds: number }
> {
  const { login, stored } = await asOwner(register, async client => ({
    login: (await accountById({ register, client }, o.account))?.secret.login ?? null,
    stored: (await credentialsOf({ register, client }, o.account))?.password ?? null,
  }))
  if (login === null || stored === null) return { status: 'wrong' }
  const hash = loginHash(register.keys, login)
  const wait = await takeAttempt(register, hash, o.now)
  if (wait > 0) return { status: 'locked', seconds: wait }
  if (!(await checkPassword(o.password, stored))) return { status: 'wrong' }
  await register.pool.query('delete from sign_in_attempt where login_hash = $1', [hash])
  return { status: 'right' }
}

/** Four failures are free; the fifth locks for half a minute, each further one twice as long, up to a quarter hour. */
export const lockSeconds = (failures: number): number => (failures < 5 ? 0 : Math.min(900, 30 * 2 ** (failures - 5)))

/** Counts the attempt as failed in advance. Seconds to wait when the login is locked, else 0. */
async function takeAttempt(register: Register, hash: Buffer, now: Date): Promise<number> {
  return asOwner(register, async client => {
    await client.query(
      `insert into sign_in_attempt (login_hash, at, failures, next_at) values ($1, $2, 0, $2) on conflict do nothing`,
      [hash, now],
    )
    const found = await client.query<{ failures: number; next_at: Date; at: Date }>(
      'select failures, next_at, at from sign_in_attempt where login_hash = $1 for update',
      [hash],
    )
    const row = found.rows[0]
    if (!row) throw new Error('an attempt row vanished inside its own transaction')
    const left = Math.ceil((row.next_at.getTime() - now.getTime()) / 1000)
    if (left > 0) return left
    const failures = now.getTime() - row.at.getTime() > 86_400_000 ? 1 : row.failures + 1
    const next = new Date(now.getTime() + lockSeconds(failures) * 1000)
    await client.query('update sign_in_attempt set at = $2, failures = $3, next_at = $4 where login_hash = $1', [
      hash,
      now,
      failures,
      next,
    ])
    return 0
  })
}

/** The password was right and the code is still to come: this attempt was no failure. */
async function giveBack(register: Register, hash: Buffer, now: Date): Promise<void> {
  await register.pool.query(
    'update sign_in_attempt set failures = greatest(failures - 1, 0), next_at = $2 where login_hash = $1',
    [hash, now],
  )
}
