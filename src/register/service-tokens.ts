import { uuidv7 } from 'uuidv7'
import { managedAccount } from './accounts.ts'
import type { Desk } from './desk.ts'
import { RegisterProblem } from './problem.ts'
import { newToken, tokenHash } from './sessions.ts'

export interface TokenRow {
  readonly id: string
  readonly label: string
  readonly createdAt: Date
  readonly expiresAt: Date
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

interface Stored {
  id: string
  account_id: string
  label: string
  created_at: Date
  expires_at: Date
  last_used_at: Date | null
  revoked_at: Date | null
}

/** Tokens of several service accounts, newest first; never the token itself. */
export async function tokensOf(desk: Desk, accounts: readonly string[]): Promise<Map<string, TokenRow[]>> {
  const found = await desk.client.query<Stored>(
    `select id, account_id, label, created_at, expires_at, last_used_at, revoked_at
       from service_token where account_id = any ($1::uuid[]) order by id desc`,
    [accounts],
  )
  const byAccount = Map.groupBy(found.rows, row => row.account_id)
  return new Map([...byAccount].map(([account, rows]) => [account, rows.map(toRow)]))
}

/** Makes a token for a program that the asker manages. The clear text exists in the returned value only. */
export async function makeToken(
  desk: Desk,
  account: string,
  o: { label: string; days: number },
): Promise<{ id: string; token: string }> {
  const service = await managedAccount(desk, account, 'service')
  if (service.state !== 'active')
    throw new RegisterProblem('not_found', 'There is no such token or program, or you have no access to it.')
  const id = uuidv7()
  // The prefix lets a secret scanner recognise a token that was committed by mistake.
  const token = `waymark_${newToken()}`
  const expiresAt = new Date(desk.now.getTime() + o.days * 86_400_000)
  await desk.client.query(
    `insert into service_token (id, account_id, token_hash, label, created_at, created_by, expires_at) values ($1, $2, $3, $4, $5, $6, $7)`,
    [id, account, tokenHash(token), o.label, desk.now, desk.actor.id, expiresAt],
  )
  return { id, token }
}

/** Revokes at once; revoking twice is the same as once. */
export async function revokeToken(desk: Desk, id: string): Promise<void> {
  const found = await desk.client.query<{ account_id: string }>('select account_id from service_token where id = $1', [
    id,
  ])
  if (!found.rows[0])
    throw new RegisterProblem('not_found', 'There is no such token or program, or you have no access to it.')
  await managedAccount(desk, found.rows[0].account_id, 'service')
  await desk.client.query('update service_token set revoked_at = coalesce(revoked_at, $2) where id = $1', [
    id,
    desk.now,
  ])
}

const toRow = (row: Stored): TokenRow => ({
  id: row.id,
  label: row.label,
  createdAt: row.created_at,
  expiresAt: row.expires_at,
  lastUsedAt: row.last_used_at,
  revokedAt: row.revoked_at,
})
