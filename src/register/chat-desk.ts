import type pg from 'pg'
import type { Actor } from '#access/permission.ts'
import type { Content } from '#dictionary/answer.ts'
import { type ChatMessage, type ChatRow, type ChatState, readMessages, writeMessage } from './chat.ts'
import { RegisterProblem } from './problem.ts'
import { pushChanges } from './push.ts'
import { mustStand } from './referral-answer.ts'
import type { Register } from './register.ts'
import { asOwner, inWork, systemActor } from './work.ts'

/** The operator's side of the web chat: who waits, answering, and writing a chat down as a hotline contact. */
export interface WaitingChat {
  readonly id: string
  readonly office: string
  readonly state: ChatState
  /** A colleague has it, or the reader. */
  readonly with: 'nobody' | 'me' | 'colleague'
  readonly startedAt: string
  /** The visitor's page asked for news within half a minute. */
  readonly here: boolean
}

/** After a day without a sign of the visitor a chat is written down by itself. */
const forgottenAfter = 86_400_000
const hereWithin = 30_000

/** Chats of these offices, the oldest first. */
export async function chatsOf(register: Register, offices: readonly string[], reader: string): Promise<WaitingChat[]> {
  await writeForgotten(register)
  const { rows } = await register.pool.query<ChatRow>(
    'select * from chat where office_id = any($1::uuid[]) order by started_at, id limit 100',
    [offices],
  )
  return rows.map(row => shown(register, row, reader))
}

/** From now on this operator answers, whoever did before. @throws not_found outside the offices. */
export async function takeChat(register: Register, o: OfChat): Promise<void> {
  await asOwner(register, async client => {
    await theirs(client, o, 'anybody')
    await client.query(
      `update chat set operator = $2, state = case state when 'waiting' then 'open' else state end where id = $1`,
      [o.chat, o.operator],
    )
  })
}

/** What was written after message `after`. @throws not_found unless this operator has taken the chat. */
export async function readAsOperator(
  register: Register,
  o: OfChat & { readonly after: number },
): Promise<{ chat: WaitingChat; messages: readonly ChatMessage[] }> {
  return asOwner(register, async client => {
    const chat = await theirs(client, o, 'me')
    return {
      chat: shown(register, chat, o.operator),
      messages: await readMessages(register, client, chat, o.after),
    }
  })
}

/** False when the visitor has left: nothing is written to somebody who must not be contacted. */
export async function sayAsOperator(register: Register, o: OfChat & { readonly text: string }): Promise<boolean> {
  return asOwner(register, async client => {
    const chat = await theirs(client, o, 'me')
    if (chat.state === 'left') return false
    await writeMessage(register, client, { chat, from: 'operator', text: o.text })
    return true
  })
}

/**
 * Writes the chat down as a contact of the hotline and forgets it: with its row goes the key of its messages. The contact
 * has the id of the chat, so that ending twice never makes two. @returns its id.
 */
export async function endChat(
  register: Register,
  actor: Actor,
  o: OfChat & { readonly topics: readonly string[]; readonly caller: string | null },
): Promise<string> {
  const chat = await asOwner(register, client => theirs(client, o, 'me'))
  const answers = {
    ...(o.topics.length > 0 ? { topics: o.topics } : {}),
    ...(o.caller === null ? {} : { caller: o.caller }),
  }
  await writeDown(register, actor, chat, answers)
  return chat.id
}

interface OfChat {
  readonly chat: string
  readonly operator: string
  /** Where this operator may write contacts. */
  readonly offices: readonly string[]
}

/** Locked until the transaction ends. */
async function theirs(
  client: pg.PoolClient,
  { chat, offices, operator }: OfChat,
  who: 'me' | 'anybody',
): Promise<ChatRow> {
  const { rows } = await client.query<ChatRow>(
    'select * from chat where id = $1 and office_id = any($2::uuid[]) for update',
    [chat, offices],
  )
  const row = rows[0]
  if (!row || (who === 'me' && row.operator !== operator))
    throw new RegisterProblem('not_found', 'This chat is over, or a colleague answers it.')
  return row
}

const shown = (register: Register, row: ChatRow, reader: string): WaitingChat => ({
  id: row.id,
  office: row.office_id,
  state: row.state,
  with: row.operator === null ? 'nobody' : row.operator === reader ? 'me' : 'colleague',
  startedAt: row.started_at.toISOString(),
  here: row.state !== 'left' && register.now().getTime() - row.seen_at.getTime() < hereWithin,
})

async function writeForgotten(register: Register): Promise<void> {
  const { rows } = await register.pool.query<ChatRow>('select * from chat where seen_at < $1 limit 20', [
    new Date(register.now().getTime() - forgottenAfter),
  ])
  for (const chat of rows) await writeDown(register, systemActor, chat, {})
}

async function writeDown(register: Register, actor: Actor, chat: ChatRow, answers: Content): Promise<void> {
  const minutes = Math.ceil((chat.seen_at.getTime() - chat.started_at.getTime()) / 60_000)
  await inWork(register, actor, async work => {
    const change = {
      id: chat.id,
      type: 'call',
      record: chat.id,
      base: 0,
      office: chat.office_id,
      person: null,
      case: null,
      set: {
        receivedOn: chat.started_at.toISOString().slice(0, 10),
        channel: 'chat',
        state: chat.state === 'left' ? 'left' : 'done',
        minutes: Math.min(600, Math.max(1, minutes)),
        ...answers,
      },
      madeAt: work.now.toISOString(),
      dictionary: work.dictionary.version,
    }
    mustStand(await pushChanges(work, [change], 'chat'))
  })
  await register.pool.query('delete from chat where id = $1', [chat.id])
}
