import type { KeyObject } from 'node:crypto'
import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Register } from './register.ts'
import { seal, unseal } from './seal.ts'
import { newToken, tokenHash } from './sessions.ts'
import { asOwner } from './work.ts'

/**
 * The visitor's side of the web chat: no account, no name, no address kept. Whoever holds the token may read and write;
 * an unknown token, a chat that ended and one that was left get one answer, null.
 */
export interface ChatMessage {
  /** 1, 2, 3 ... within the chat. */
  readonly n: number
  readonly from: 'visitor' | 'operator'
  readonly at: string
  readonly text: string
}

/** left: the visitor went in a hurry, and must not be contacted. */
export type ChatState = 'waiting' | 'open' | 'left'

export interface ChatRow {
  readonly id: string
  readonly office_id: string
  readonly wrapped_key: Buffer
  readonly state: ChatState
  readonly operator: string | null
  readonly started_at: Date
  readonly seen_at: Date
}

/** Chats that may wait at one office, and messages in one minute and in one chat: beyond that nobody could answer. */
const most = { waiting: 30, aMinute: 20, inAll: 1_000 } as const

/** Offices that answer chats. A chat is closed everywhere until an administrator opens it. */
export async function chatOffices(register: Register): Promise<readonly { id: string; name: string }[]> {
  const { rows } = await register.pool.query<{ office_id: string }>('select office_id from chat_office')
  const open = new Set(rows.map(row => row.office_id))
  return register
    .offices()
    .all()
    .filter(({ id }) => open.has(id))
    .map(({ id, name }) => ({ id, name }))
}

export async function openChatOffice(
  register: Register,
  o: { office: string; by: string; on: boolean },
): Promise<void> {
  await register.pool.query(
    o.on
      ? 'insert into chat_office (office_id, opened_by, opened_at) values ($1, $2, $3) on conflict do nothing'
      : 'delete from chat_office where office_id = $1',
    o.on ? [o.office, o.by, register.now()] : [o.office],
  )
}

/** The token of a new chat; `closed` where the office answers none, `crowded` when too many wait. */
export async function startChat(register: Register, office: string): Promise<{ token: string } | 'closed' | 'crowded'> {
  const id = uuidv7()
  const token = newToken()
  const { wrapped } = register.keys.newSubjectKey(id)
  const now = register.now()
  return asOwner(register, async client => {
    const { rows } = await client.query<{ waiting: string }>(
      `select (select count(*) from chat where office_id = $1 and state = 'waiting') as waiting
       from chat_office where office_id = $1 for update`,
      [office],
    )
    if (!rows[0]) return 'closed'
    if (Number(rows[0].waiting) >= most.waiting) return 'crowded'
    await client.query(
      `insert into chat (id, office_id, token_hash, wrapped_key, state, started_at, seen_at)
       values ($1, $2, $3, $4, 'waiting', $5, $5)`,
      [id, office, tokenHash(token), wrapped, now],
    )
    return { token }
  })
}

/** null: the chat is over. `crowded`: more messages than anybody writes. */
export async function sayAsVisitor(
  register: Register,
  o: { token: string; text: string },
): Promise<'said' | 'crowded' | null> {
  return asOwner(register, async client => {
    const chat = await chatOfToken(client, o.token)
    if (!chat) return null
    const { rows } = await client.query<{ all: string; now: string }>(
      `select count(*) as all, count(*) filter (where sent_at > $2) as now from chat_message where chat = $1 and from_visitor`,
      [chat.id, new Date(register.now().getTime() - 60_000)],
    )
    if (Number(rows[0]?.now) >= most.aMinute || Number(rows[0]?.all) >= most.inAll) return 'crowded'
    await writeMessage(register, client, { chat, from: 'visitor', text: o.text })
    return 'said'
  })
}

/** What was written after message `after`; asking also says that the visitor is still there. */
export async function readAsVisitor(
  register: Register,
  o: { token: string; after: number },
): Promise<{ state: ChatState; messages: readonly ChatMessage[] } | null> {
  return asOwner(register, async client => {
    const chat = await chatOfToken(client, o.token)
    if (!chat) return null
    await client.query('update chat set seen_at = $2 where id = $1', [chat.id, register.now()])
    return { state: chat.state, messages: await readMessages(register, client, chat, o.after) }
  })
}

/** The visitor went: from here on the token opens nothing. */
export async function leaveChat(register: Register, token: string): Promise<void> {
  await register.pool.query(`update chat set state = 'left', seen_at = $2 where token_hash = $1 and state <> 'left'`, [
    tokenHash(token),
    register.now(),
  ])
}

export async function writeMessage(
  register: Register,
  client: pg.PoolClient,
  o: { chat: ChatRow; from: ChatMessage['from']; text: string },
): Promise<void> {
  const { rows } = await client.query<{ n: number }>(
    'select coalesce(max(n), 0) + 1 as n from chat_message where chat = $1',
    [o.chat.id],
  )
  const n = rows[0]?.n ?? 1
  await client.query('insert into chat_message (chat, n, from_visitor, sent_at, sealed) values ($1, $2, $3, $4, $5)', [
    o.chat.id,
    n,
    o.from === 'visitor',
    register.now(),
    seal(keyOf(register, o.chat), contextOf(o.chat, n), Buffer.from(o.text)),
  ])
}

export async function readMessages(
  register: Register,
  client: pg.PoolClient,
  chat: ChatRow,
  after: number,
): Promise<readonly ChatMessage[]> {
  const { rows } = await client.query<{ n: number; from_visitor: boolean; sent_at: Date; sealed: Buffer }>(
    'select n, from_visitor, sent_at, sealed from chat_message where chat = $1 and n > $2 order by n limit 200',
    [chat.id, after],
  )
  const key = keyOf(register, chat)
  return rows.map(({ n, from_visitor, sent_at, sealed }) => ({
    n,
    from: from_visitor ? 'visitor' : 'operator',
    at: sent_at.toISOString(),
    text: unseal(key, contextOf(chat, n), sealed).toString(),
  }))
}

/** Locked, so that two messages at one moment get two numbers. */
async function chatOfToken(client: pg.PoolClient, token: string): Promise<ChatRow | null> {
  const { rows } = await client.query<ChatRow>(
    `select * from chat where token_hash = $1 and state <> 'left' for update`,
    [tokenHash(token)],
  )
  return rows[0] ?? null
}

const keyOf = (register: Register, chat: ChatRow): KeyObject => register.keys.openSubjectKey(chat.id, chat.wrapped_key)
/** A message of one chat, or one place in it, cannot be passed off as another. */
const contextOf = (chat: ChatRow, n: number): string => `chat ${chat.id} ${n}`
