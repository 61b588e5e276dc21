import { createHash, randomBytes } from 'node:crypto'
import type pg from 'pg'
import type { Actor, Grant } from '#access/permission.ts'
import type { Register } from './register.ts'
import { asOwner } from './work.ts'

/**
 * Sessions and service tokens: 256 random bits, of which the database keeps a hash only. Nothing is remembered in
 * memory, so a closed account, a removed grant or a revoked token counts from the next request on.
 */
export interface Session {
  readonly actor: Actor
  readonly tokenHash: Buffer
  /** Somebody else chose the password: nothing but changing it, or leaving, is open yet. */
  readonly mustChange: boolean
  /** When the door closes if nothing more happens, never later than the absolute end. */
  readonly expiresAt: Date
}

export interface SessionTimes {
  readonly idleMinutes: number
  readonly longestHours: number
}

export const tokenHash = (token: string): Buffer => createHash('sha256').update(token).digest()
export const newToken = (): string => randomBytes(32).toString('base64url')

/** Opens a session and returns the token, the only time it is seen in the clear. */
export async function openSession(
  client: pg.PoolClient,
  o: { account: string; now: Date; times: SessionTimes },
): Promise<{ token: string; expiresAt: Date }> {
  const token = newToken()
  const end = new Date(o.now.getTime() + o.times.longestHours * 3_600_000)
  await client.query('delete from session where expires_at < $1', [o.now])
  await client.query(
    'insert into session (token_hash, account_id, created_at, last_seen_at, expires_at) values ($1, $2, $3, $3, $4)',
    [tokenHash(token), o.account, o.now, end],
  )
  await client.query('update account set last_seen_at = $2 where id = $1', [o.account, o.now])
  return { token, expiresAt: earlier(end, new Date(o.now.getTime() + o.times.idleMinutes * 60_000)) }
}

interface Found {
  account_id: string
  last_seen_at: Date
  expires_at: Date
  must_change: boolean
  grants: Grant[]
}

const grantsColumn = `coalesce((select json_agg(json_build_object('role', g.role, 'office', g.office_id, 'scope', g.scope) order by g.id)
  from grant_row g where g.account_id = a.id and g.state = 'active'), '[]') as grants`

/** Who holds this token: null when it is unknown, idle too long, expired, or its account closed. Touches the session. */
export async function sessionOf(
  register: Register,
  token: string,
  now: Date,
  times: SessionTimes,
): Promise<Session | null> {
  const hash = tokenHash(token)
  const idleSince = new Date(now.getTime() - times.idleMinutes * 60_000)
  const found = await register.pool.query<Found>({
    name: 'session-of',
    text: `select s.account_id, s.last_seen_at, s.expires_at, a.must_change, ${grantsColumn}
       from session s join account a on a.id = s.account_id
      where s.token_hash = $1 and s.last_seen_at > $2 and s.expires_at > $3 and a.state = 'active'`,
    values: [hash, idleSince, now],
  })
  const row = found.rows[0]
  if (!row) return null
  // Written at most every twenty seconds: a screen that asks five things at once is one sign of life.
  if (now.getTime() - row.last_seen_at.getTime() > 20_000) {
    await register.pool.query('update session set last_seen_at = $2 where token_hash = $1 and last_seen_at < $2', [
      hash,
      now,
    ])
  }
  const expiresAt = earlier(row.expires_at, new Date(now.getTime() + times.idleMinutes * 60_000))
  const actor: Actor = { id: row.account_id, kind: 'user', grants: row.grants }
  return { actor, tokenHash: hash, mustChange: row.must_change, expiresAt }
}

export async function endSession(client: pg.PoolClient, hash: Buffer): Promise<void> {
  await client.query('delete from session where token_hash = $1', [hash])
}

/** The program that holds this service token; null when unknown, expired, revoked, or its account closed. */
export async function serviceOf(register: Register, token: string, now: Date): Promise<Actor | null> {
  const found = await register.pool.query<{ id: string; token: string; grants: Grant[] }>(
    `select a.id, t.id as token, ${grantsColumn} from service_token t join account a on a.id = t.account_id
      where t.token_hash = $1 and t.expires_at > $2 and t.revoked_at is null and a.state = 'active' and a.kind = 'service'`,
    [tokenHash(token), now],
  )
  const row = found.rows[0]
  if (!row) return null
  await register.pool.query(
    `update service_token set last_used_at = $2::timestamptz where id = $1 and (last_used_at is null or last_used_at < $2::timestamptz - interval '1 minute')`,
    [row.token, now],
  )
  return { id: row.id, kind: 'service', grants: row.grants }
}

const earlier = (a: Date, b: Date): Date => (a < b ? a : b)

/** Forgets sessions that have ended and failed sign-ins of more than a day ago; at every start of the server. */
export const dropExpired = (register: Register, now: Date): Promise<void> =>
  asOwner(register, async client => {
    await client.query('delete from session where expires_at < $1', [now])
    await client.query(`delete from sign_in_attempt where at < $1::timestamptz - interval '1 day'`, [now])
  })
