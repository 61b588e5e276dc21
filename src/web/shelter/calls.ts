import type { z } from 'zod'
import type { RecordView } from '#changes/change.ts'
import type * as shelters from '#server/contract/shelters.ts'
import { call } from '../api/client.ts'

/** The routes of the desk Shelter, typed by their contracts. */
type Reply = z.infer<typeof shelters.ShelterBoard>
/** Contents are typed as the rules have them; `records` lets other screens say the names of places. */
export type Board = Omit<Reply, 'shelter' | 'places' | 'doses'> & {
  readonly shelter: RecordView
  readonly places: readonly RecordView[]
  readonly doses: readonly RecordView[]
  readonly records: readonly RecordView[]
}
export type Purpose = z.infer<typeof shelters.OpenAddress>['purpose']

export async function board(id: string): Promise<Board> {
  const reply = await call<Omit<Board, 'records'>>('GET', `shelters/${id}`)
  return { ...reply, records: [reply.shelter, ...reply.places] }
}

export const openAddress = (id: string, purpose: Purpose) =>
  call<z.infer<typeof shelters.ShelterAddress>>('POST', `shelters/${id}/address`, { purpose })
