import type { z } from 'zod'
import type { RecordView } from '#changes/change.ts'
import type * as activities from '#server/contract/activities.ts'
import { call } from '../api/client.ts'

type Told = z.infer<typeof activities.ToldOfPeriod>

/** An activity with its numbers, as the rules read them. */
export interface ShownActivity {
  readonly activity: RecordView
  readonly numbers: readonly RecordView[]
}

export interface ShownPeriod {
  readonly from: string
  readonly to: string
}

export const toldOfPeriod = (o: ShownPeriod & { readonly office?: string }) =>
  call<Told>('GET', `activities?${new URLSearchParams({ ...o }).toString()}`, undefined)
