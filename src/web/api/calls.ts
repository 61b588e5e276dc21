import type { z } from 'zod'
import type { Change } from '#changes/change.ts'
import type * as organisation from '#server/contract/administration.ts'
import type * as incidents from '#server/contract/incidents.ts'
import type * as lists from '#server/contract/lists.ts'
import type * as register from '#server/contract/register.ts'
import type * as teamwork from '#server/contract/teamwork.ts'
import type * as session from '#server/contract/session.ts'
import { type CallOptions, call } from './client.ts'

/** The routes that casework screens use, one function each. Types are those of the contracts. */
export type Me = z.infer<typeof session.Me>
export type CaseReply = z.infer<typeof register.CaseFile>
export type Conflict = CaseReply['conflicts'][number]
export type Match = z.infer<typeof register.Match>
export type TodayItem = z.infer<typeof register.TodayItem>
export type Office = z.infer<typeof organisation.Offices>['items'][number]

const get = <Reply>(path: string, o?: CallOptions) => call<Reply>('GET', path, undefined, o)
const post = <Reply>(path: string, body: unknown, o?: CallOptions) => call<Reply>('POST', path, body, o)

export const setUp = (body: z.infer<typeof session.Setup>) => post<unknown>('setup', body, { quiet: true })

export const me = () => get<Me>('session', { quiet: true })
export const signIn = (body: { login: string; password: string; code?: string }) =>
  post<z.infer<typeof session.SignInReply>>('session', body, { quiet: true })
export const signOut = () => call<unknown>('DELETE', 'session', undefined, { quiet: true, keepalive: true })

export const changePassword = (body: { current: string; next: string }) => post<unknown>('account/password', body)
export const offerTotp = (password: string) => post<z.infer<typeof session.TotpOffer>>('account/totp', { password })
export const confirmTotp = (code: string) => call<unknown>('PUT', 'account/totp', { code })
export const removeTotp = (password: string) => post<unknown>('account/totp/end', { password })

export const dictionaryState = () => get<z.infer<typeof organisation.DictionaryState>>('dictionary')
export const offices = () => get<z.infer<typeof organisation.Offices>>('offices')
export const staff = (office?: string) =>
  get<{ items: { id: string; name: string }[] }>(office ? `staff?office=${office}` : 'staff')

export const repeatCaller = (office: string, code: string) =>
  post<{ caller: string }>('hotline/callers', { office, code })

export const push = (changes: readonly Change[]) => post<z.infer<typeof register.PushReply>>('changes', { changes })
export const today = () => get<z.infer<typeof register.Today>>('today')
export const find = (text: string) => post<z.infer<typeof register.FindReply>>('find', { text, purpose: 'find' })
export type PossiblySame = z.infer<typeof register.PossiblySame>
export type Described = z.infer<typeof register.Described>
export const possiblySame = (described: Described) => post<PossiblySame>('persons/possibly-same', described)
export const caseFile = (id: string) => get<CaseReply>(`cases/${id}`)
export const personFile = (id: string, purpose: string) =>
  get<z.infer<typeof register.PersonFile>>(`persons/${id}?purpose=${purpose}`)
export const history = (id: string, after?: string) =>
  get<z.infer<typeof register.History>>(`cases/${id}/history${after ? `?after=${encodeURIComponent(after)}` : ''}`)
export const records = (type: string, after?: string) =>
  get<z.infer<typeof register.RecordList>>(
    `records?type=${encodeURIComponent(type)}&limit=50${after ? `&after=${encodeURIComponent(after)}` : ''}`,
  )

export type ListLine = z.infer<typeof lists.ListLine>
/** What a worklist is asked for; `who: 'me'` is the reader. Codes, days and ids only: this stands in an address. */
export type ListFilter = Partial<Record<'office' | 'who' | 'at' | 'state' | 'kind' | 'from' | 'to', string>> & {
  readonly open?: 'yes' | 'no'
  readonly order?: 'oldest' | 'newest'
  readonly names?: 'no'
}
export const list = (type: string, filter: ListFilter, after?: string) =>
  get<z.infer<typeof lists.List>>(
    `lists/${type}?${new URLSearchParams({ ...filter, ...(after === undefined ? {} : { after }) }).toString()}`,
  )

export type Incident = z.infer<typeof incidents.Incident>
export const incident = (id: string) => get<Incident>(`incidents/${id}`)

export type Notice = z.infer<typeof teamwork.Notice>
export const notices = (o: { unread?: 'yes'; after?: string }) =>
  get<z.infer<typeof teamwork.Notices>>(`notices?${new URLSearchParams(o).toString()}`)
export const readNotices = (ids: readonly string[]) => post<unknown>('notices/read', { ids })
export type SavedFilter = z.infer<typeof teamwork.SavedFilter>
export const savedFilters = (of: string) => get<z.infer<typeof teamwork.SavedFilters>>(`filters?list=${of}`)
/** Who finds what is kept, besides oneself. */
type Readers = Partial<Pick<SavedFilter, 'seen' | 'office'>>
export const saveFilter = (
  of: string,
  name: string,
  filter: Readonly<Record<string, string>>,
  { seen, office }: Readers = {},
) => post<SavedFilter>('filters', { list: of, name, filter, ...(seen ? { seen, office } : {}) })
export const changeFilter = (id: string, o: Readers & { readonly name: string }) =>
  call<SavedFilter>('PATCH', `filters/${id}`, o)
export const dropFilter = (id: string) => call<unknown>('DELETE', `filters/${id}`)
export const team = (office: string) => get<z.infer<typeof teamwork.Team>>(`team?office=${office}`)
export const speak = (language: string) => call<unknown>('PATCH', 'account', { language })
export const changeMail = (mail: string | null) => call<unknown>('PATCH', 'account', { mail })

export type Summary = z.infer<typeof teamwork.Summary>
export const summary = (id: string, audience: Summary['audience']) =>
  get<Summary>(`cases/${id}/summary?audience=${audience}`)
