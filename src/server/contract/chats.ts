import { z } from 'zod'
import { Id, Instant } from './shared.ts'

const Text = z.string().trim().min(1).max(2_000)
/** In the body and never in an address: whoever reads an address must not read a chat. */
const Token = z.string().min(20).max(100)
const State = z.enum(['waiting', 'open', 'left'])

export const ChatOffices = z
  .object({ offices: z.array(z.object({ id: Id, name: z.string() })) })
  .meta({ id: 'ChatOffices', description: 'Where somebody answers chats; empty: the chat is closed.' })
export const ChatOffice = z.object({ on: z.boolean() })

export const NewChat = z.object({ office: Id })
export const ChatToken = z.object({ token: Token }).meta({ id: 'ChatToken' })
export const VisitorWords = ChatToken.extend({ text: Text })
export const VisitorAsks = ChatToken.extend({ after: z.int().min(0) })

export const ChatMessage = z
  .object({ n: z.int(), from: z.enum(['visitor', 'operator']), at: Instant, text: z.string() })
  .meta({ id: 'ChatMessage' })
/** `over`: ended, left, or never there. */
export const VisitorView = z
  .object({ state: z.enum(['waiting', 'open', 'over']), messages: z.array(ChatMessage) })
  .meta({ id: 'VisitorView' })

export const WaitingChat = z
  .object({
    id: Id,
    office: Id,
    state: State,
    with: z.enum(['nobody', 'me', 'colleague']),
    startedAt: Instant,
    /** The visitor's page asked for news within half a minute. */
    here: z.boolean(),
  })
  .meta({ id: 'WaitingChat' })
export const WaitingChats = z.object({ items: z.array(WaitingChat) })
export const OperatorView = z.object({ chat: WaitingChat, messages: z.array(ChatMessage) }).meta({ id: 'OperatorView' })
export const OperatorAsks = z.object({ after: z.coerce.number().int().min(0).default(0) })
export const OperatorWords = z.object({ text: Text })
/** What the chat was about, as a contact of the hotline says it. */
export const ChatEnd = z.object({
  topics: z.array(z.string().max(60)).max(20).default([]),
  caller: z.string().max(60).nullable().default(null),
})
export const ChatWrittenDown = z.object({ record: Id }).meta({ id: 'ChatWrittenDown' })
