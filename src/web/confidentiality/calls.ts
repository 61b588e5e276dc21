import type { z } from 'zod'
import type * as contract from '#server/contract/strict-cases.ts'
import { call } from '../api/client.ts'

/** The routes of strict cases, seen from outside. */
export type StrictCase = z.infer<typeof contract.StrictCases>['items'][number]
export const strictCases = () => call<z.infer<typeof contract.StrictCases>>('GET', 'strict-cases')
export const nameOnCase = (id: string, body: z.infer<typeof contract.NameOnCase>) =>
  call<unknown>('POST', `strict-cases/${id}/naming`, body)
