import type { z } from 'zod'
import type * as organisation from '#server/contract/administration.ts'
import type * as reports from '#server/contract/reports.ts'
import type { Grant as GrantContract } from '#server/contract/session.ts'
import { call } from '../api/client.ts'

/** Routes of the administration, one function each. Types are those of the contracts. */
export type Account = z.infer<typeof organisation.Account>
export type HeldGrant = z.infer<typeof organisation.HeldGrant>
export type Grant = z.infer<typeof GrantContract>
export type Office = z.infer<typeof organisation.Office>
export type NewOffice = z.infer<typeof organisation.NewOffice>
export type Program = z.infer<typeof organisation.ServiceAccount>
export type DictionaryState = z.infer<typeof organisation.DictionaryState>
export type ReadLogEntry = z.infer<typeof organisation.ReadLogEntry>
export type ChangeLogEntry = z.infer<typeof organisation.ChangeLogEntry>
export type FilesState = z.infer<typeof organisation.FilesState>
export type Verification = z.infer<typeof organisation.Verification>

interface Page<Item> {
  readonly items: readonly Item[]
  readonly next: string | null
}

const query = (values: Readonly<Record<string, string | null | undefined>>): string => {
  const given = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`
}

export const accounts = (after: string | null) =>
  call<Page<Account>>('GET', `accounts${query({ limit: '200', after })}`)
export const addAccount = (body: z.infer<typeof organisation.NewAccount>) => call<Account>('POST', 'accounts', body)
export const editAccount = (id: string, body: z.infer<typeof organisation.EditAccount>) =>
  call<Account>('PATCH', `accounts/${id}`, body)
export const giveGrant = (account: string, grant: Grant) => call<HeldGrant>('POST', `accounts/${account}/grants`, grant)
export const removeGrant = (account: string, grant: string) =>
  call<unknown>('DELETE', `accounts/${account}/grants/${grant}`)
export const approveGrant = (grant: string) => call<HeldGrant>('POST', `grants/${grant}/approve`)

export const addOffice = (body: NewOffice) => call<Office>('POST', 'offices', body)
export const editOffice = (id: string, body: z.infer<typeof organisation.EditOffice>) =>
  call<Office>('PATCH', `offices/${id}`, body)

export type SmallNumbers = z.infer<typeof reports.SmallNumbers>
export const smallNumbers = () => call<SmallNumbers>('GET', 'small-numbers')
export const chooseSmallNumbers = (threshold: number) => call<SmallNumbers>('PUT', 'small-numbers', { threshold })

export const programs = (after: string | null) =>
  call<Page<Program>>('GET', `service-accounts${query({ limit: '200', after })}`)
export const addProgram = (body: z.infer<typeof organisation.NewServiceAccount>) =>
  call<Program>('POST', 'service-accounts', body)
export const editProgram = (id: string, body: { state: 'active' | 'closed'; version: number }) =>
  call<Program>('PATCH', `service-accounts/${id}`, body)
export const makeToken = (program: string, body: z.infer<typeof organisation.NewToken>) =>
  call<z.infer<typeof organisation.TokenReply>>('POST', `service-accounts/${program}/tokens`, body)
export const revokeToken = (id: string) => call<unknown>('DELETE', `tokens/${id}`)

export const dictionary = () => call<DictionaryState>('GET', 'dictionary')
export const publish = (base: number, extension: Readonly<Record<string, unknown>>) =>
  call<DictionaryState>('POST', 'dictionary/extensions', { base, extension })

export const readLog = (by: { person?: string; account?: string }, after: string | null) =>
  call<Page<ReadLogEntry>>('GET', `read-log${query({ ...by, after })}`)
export const changeLog = (after: string | null) => call<Page<ChangeLogEntry>>('GET', `change-log${query({ after })}`)
export const filesState = () => call<FilesState>('GET', 'files')
export const eraseFiles = () => call<FilesState>('POST', 'files/erase')
export const verify = (signal: AbortSignal) => call<Verification>('POST', 'audit/verify', undefined, { signal })
