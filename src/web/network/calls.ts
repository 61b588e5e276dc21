import type { z } from 'zod'
import type * as contract from '#server/contract/network.ts'
import { call } from '../api/client.ts'

export type Asked = z.input<typeof contract.NetworkAsked>
export type Opened = z.infer<typeof contract.OpenedNetwork>

export const openNetwork = (asked: Asked, signal: AbortSignal) => call<Opened>('POST', 'network', asked, { signal })
