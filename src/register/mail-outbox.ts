import type pg from 'pg'
import { mailboxOf } from './accounts.ts'
import type { Register } from './register.ts'
import { asOwner } from './work.ts'

/** One letter a person and round, however many notices wait: it says that something waits, never what or about whom. */
export interface Letter {
  readonly address: string
  readonly language: string
  readonly count: number
}

/** A moment to let what belongs together arrive together. */
const settled = 60_000
/** Letters a round. */
const most = 50

/**
 * Sends what has not been mailed, each account in a transaction of its own: the notices are marked when the letter has
 * gone, so a broken connection means a later letter and never a lost one. Accounts without an address are marked too.
 * Servers share the work: a row that another one holds is left to it. @returns how many letters went
 */
export async function sendLetters(register: Register, send: (letter: Letter) => Promise<void>): Promise<number> {
  let sent = 0
  for (let i = 0; i < most; i++) {
    const outcome = await asOwner(register, client => sendNext(register, client, send))
    if (outcome === 'none') return sent
    if (outcome === 'sent') sent += 1
  }
  return sent
}

async function sendNext(
  register: Register,
  client: pg.PoolClient,
  send: (letter: Letter) => Promise<void>,
): Promise<'none' | 'sent' | 'marked'> {
  const now = register.now()
  const { rows: next } = await client.query<{ account_id: string }>(
    'select account_id from notice where mailed_at is null and at < $1 order by at limit 1 for update skip locked',
    [new Date(now.getTime() - settled)],
  )
  const account = next[0]?.account_id
  if (account === undefined) return 'none'
  const { rows } = await client.query<{ unread: boolean }>(
    'update notice set mailed_at = $2 where account_id = $1 and mailed_at is null returning read_at is null as unread',
    [account, now],
  )
  const count = rows.filter(row => row.unread).length
  const box = await mailboxOf({ client, register }, account)
  if (!box || count === 0) return 'marked'
  await send({ ...box, count })
  return 'sent'
}
