import type { Permissions } from '#access/permission.ts'
import { chatOffices, leaveChat, openChatOffice, readAsVisitor, sayAsVisitor, startChat } from '#register/chat.ts'
import { chatsOf, endChat, readAsOperator, sayAsOperator, takeChat } from '#register/chat-desk.ts'
import type { Register } from '#register/register.ts'
import {
  ChatEnd,
  ChatOffice,
  ChatOffices,
  ChatToken,
  ChatWrittenDown,
  NewChat,
  OperatorAsks,
  OperatorView,
  OperatorWords,
  VisitorAsks,
  VisitorView,
  VisitorWords,
  WaitingChats,
} from '../contract/chats.ts'
import { ById, Done } from '../contract/shared.ts'
import { Refused } from '../problems.ts'
import { type Asked, registerRoute, signedIn } from '../route.ts'

/** The web chat: open to strangers on one side, to those who write contacts of the hotline on the other. */
export const chatRoutes = [
  registerRoute({
    method: 'GET',
    path: '/chat',
    tag: 'server',
    about: 'Where somebody answers chats.',
    may: 'anyone',
    reply: ChatOffices,
    run: async (_, { register }) => ({ offices: await chatOffices(register) }),
  }),

  registerRoute({
    method: 'POST',
    path: '/chat',
    tag: 'server',
    about: 'Begins a chat. The token is the visitor’s only way back into it.',
    may: 'anyone',
    limited: true,
    body: NewChat,
    reply: ChatToken,
    run: async ({ body }, { register }) => {
      const started = await startChat(register, body.office)
      if (started === 'closed') throw new Refused('not_found')
      if (started === 'crowded') throw new Refused('too_many')
      return started
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/chat/say',
    tag: 'server',
    about: 'A visitor writes. `done` is false when the chat is over.',
    may: 'anyone',
    body: VisitorWords,
    reply: Done,
    run: async ({ body }, { register }) => {
      const said = await sayAsVisitor(register, body)
      if (said === 'crowded') throw new Refused('too_many')
      return { done: said === 'said' }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/chat/news',
    tag: 'server',
    about: 'What was written since the visitor last asked.',
    may: 'anyone',
    body: VisitorAsks,
    reply: VisitorView,
    run: async ({ body }, { register }) => {
      const view = await readAsVisitor(register, body)
      return view && view.state !== 'left'
        ? { state: view.state, messages: view.messages }
        : { state: 'over' as const, messages: [] }
    },
  }),

  registerRoute({
    method: 'POST',
    path: '/chat/leave',
    tag: 'server',
    about: 'The visitor left in a hurry and must not be contacted.',
    may: 'anyone',
    body: ChatToken,
    reply: Done,
    run: async ({ body }, { register }) => {
      await leaveChat(register, body.token)
      return { done: true }
    },
  }),

  registerRoute({
    method: 'PUT',
    path: '/offices/:id/chat',
    tag: 'organisation',
    about: 'Opens or closes the web chat of an office.',
    may: 'manage_offices',
    params: ById,
    body: ChatOffice,
    reply: Done,
    run: async ({ params, body }, { register, actor, permissions }) => {
      const known = register.offices().byId(params.id)
      if (!known || !permissions?.may('manage_offices', { office: params.id })) throw new Refused('not_found')
      await openChatOffice(register, { office: params.id, by: signedIn(actor).id, on: body.on })
      return { done: true }
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/hotline/chats',
    tag: 'records',
    about: 'Chats of your offices that are not written down yet.',
    may: 'write',
    reply: WaitingChats,
    run: async (_, { register, actor, permissions }) => ({
      items: await chatsOf(register, officesOf(register, permissions), signedIn(actor).id),
    }),
  }),

  registerRoute({
    method: 'POST',
    path: '/hotline/chats/:id/take',
    tag: 'records',
    about: 'You answer this chat from now on.',
    may: 'write',
    params: ById,
    reply: Done,
    run: async ({ params }, on) => {
      await takeChat(on.register, mine(on, params.id))
      return { done: true }
    },
  }),

  registerRoute({
    method: 'GET',
    path: '/hotline/chats/:id',
    tag: 'records',
    about: 'What was written in a chat that you have taken.',
    may: 'write',
    params: ById,
    query: OperatorAsks,
    reply: OperatorView,
    run: ({ params, query }, on) => readAsOperator(on.register, { ...mine(on, params.id), after: query.after }),
  }),

  registerRoute({
    method: 'POST',
    path: '/hotline/chats/:id/say',
    tag: 'records',
    about: 'You write. `done` is false when the visitor has left.',
    may: 'write',
    params: ById,
    body: OperatorWords,
    reply: Done,
    run: async ({ params, body }, on) => ({
      done: await sayAsOperator(on.register, { ...mine(on, params.id), text: body.text }),
    }),
  }),

  registerRoute({
    method: 'POST',
    path: '/hotline/chats/:id/end',
    tag: 'records',
    about: 'Writes the chat down as a contact of the hotline. Its messages are gone for good.',
    may: 'write',
    params: ById,
    body: ChatEnd,
    reply: ChatWrittenDown,
    run: async ({ params, body }, on) => ({
      record: await endChat(on.register, signedIn(on.actor), { ...mine(on, params.id), ...body }),
    }),
  }),
]

const mine = ({ register, actor, permissions }: Asked, chat: string) => ({
  chat,
  operator: signedIn(actor).id,
  offices: officesOf(register, permissions),
})

/** Offices where contacts of the hotline may be written. */
const officesOf = (register: Register, permissions: Permissions | null): string[] =>
  register
    .offices()
    .all()
    .map(({ id }) => id)
    .filter(office => (permissions?.writable('call', { office, own: true }).size ?? 0) > 0)
