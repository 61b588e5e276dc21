import type { z } from 'zod'
import type { Content } from '#dictionary/answer.ts'
import type * as funds from '#server/contract/funds.ts'
import { call } from '../api/client.ts'

/** The routes of the desk Funds, typed by their contracts. */
export interface Source {
  readonly id: string
  readonly type: 'project' | 'fund'
  readonly content: Content
}
/** Contents are typed as the rules have them. */
type Of<T extends { source: unknown }> = Omit<T, 'source'> & { readonly source: Source }

export type Balance = Of<z.infer<typeof funds.Balance>>
export type Verdict = Of<z.infer<typeof funds.Verdict>>
type Gap = Omit<z.infer<typeof funds.Gap>, 'sources'> & { readonly sources: readonly Source[] }

export const balances = () => call<{ items: Balance[] }>('GET', 'funds/balances')
export const gap = (o: { from: string; to: string }) => call<Gap>('GET', `funds/gap?from=${o.from}&to=${o.to}`)
export const eligibility = (caseId: string) => call<{ items: Verdict[] }>('GET', `cases/${caseId}/eligibility`)
