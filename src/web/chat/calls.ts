import type { z } from 'zod'
import type * as chats from '#server/contract/chats.ts'
import { call } from '../api/client.ts'

export type Message = z.infer<typeof chats.ChatMessage>
export type Waiting = z.infer<typeof chats.WaitingChat>

export const offices = () => call<z.infer<typeof chats.ChatOffices>>('GET', 'chat')
export const open = (office: string, on: boolean) => call<unknown>('PUT', `offices/${office}/chat`, { on })

export const start = (office: string) => call<z.infer<typeof chats.ChatToken>>('POST', 'chat', { office })
export const say = (token: string, text: string) => call<{ done: boolean }>('POST', 'chat/say', { token, text })
export const news = (token: string, after: number) =>
  call<z.infer<typeof chats.VisitorView>>('POST', 'chat/news', { token, after })
export const leave = (token: string) => call<unknown>('POST', 'chat/leave', { token }, { keepalive: true })

export const waiting = () => call<z.infer<typeof chats.WaitingChats>>('GET', 'hotline/chats')
export const take = (id: string) => call<unknown>('POST', `hotline/chats/${id}/take`)
export const read = (id: string, after: number) =>
  call<z.infer<typeof chats.OperatorView>>('GET', `hotline/chats/${id}?after=${after}`)
export const answer = (id: string, text: string) => call<{ done: boolean }>('POST', `hotline/chats/${id}/say`, { text })
export const end = (id: string, body: { topics: readonly string[]; caller: string | null }) =>
  call<z.infer<typeof chats.ChatWrittenDown>>('POST', `hotline/chats/${id}/end`, body)
