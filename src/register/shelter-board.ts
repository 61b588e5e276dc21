import type { RecordView } from '#changes/change.ts'
import { visibleViews } from './files.ts'
import { type ListLine, linesOf } from './lists.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** A house as it stands today: its places, how many people lie in each, and those of them whom the reader may see. */
export interface ShelterBoard {
  readonly shelter: RecordView
  readonly places: readonly RecordView[]
  /** One entry an open stay, whosever it is: the place and the number of people. */
  readonly taken: readonly { readonly place: string; readonly partySize: number }[]
  readonly stays: readonly ListLine[]
}

/** null when there is no such house, or it is not the reader's. Everybody shown is in the read log. */
export async function shelterBoard(work: Work, id: string): Promise<ShelterBoard | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'shelter-board',
    text: `select ${recordColumns} from record where id = $1 and type = 'shelter'
      union all select ${recordColumns} from record
        where id in (select record from listed where at = $1 and type = 'place' and open in (true, false))`,
    values: [id],
  })
  const seen = [...(await visibleViews(work, rows)).values()]
  const shelter = seen.find(view => view.id === id)
  if (!shelter) return null
  const places = seen.filter(({ type }) => type === 'place')
  const at = places.map(place => place.id)
  const { rows: taken } = await work.client.query<{ place: string; size: number }>({
    name: 'beds-taken',
    text: 'select place, size from beds_taken($1)',
    values: [at],
  })
  const { rows: stays } = await work.client.query<{ record: string; on: string }>({
    name: 'board-stays',
    text: `select record, to_char(on_date, 'YYYY-MM-DD') as on from listed
      where at = any ($1) and type = 'stay' and open order by on_date, record`,
    values: [at],
  })
  return {
    shelter,
    places,
    taken: taken.map(({ place, size }) => ({ place, partySize: size })),
    stays: await linesOf(work, { type: 'stay' }, stays),
  }
}
