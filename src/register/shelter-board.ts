import { daysLater } from '#casework/when.ts'
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
  /** What the house log of these stays says of the last days, the newest first; of the kind `incident` only. */
  readonly incidents: readonly ListLine[]
  /** Medicines of these stays, as far as the reader may know of them, whether they are due today or not. */
  readonly medicines: readonly ListLine[]
  /** What was written down of their doses since the day before yesterday. */
  readonly doses: readonly RecordView[]
}

/** Days for which an incident stays on the board. */
const incidentDays = 14
/** A browser may be a day behind the register, and shows yesterday as well. */
const doseDays = 2

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
  const seenStays = await linesOf(work, { type: 'stay' }, stays)
  const here = seenStays.map(({ record }) => record.id)
  const incidents = await listedAt(work, { type: 'stay_log', at: here, since: incidentDays, kind: 'incident' })
  const medicines = await listedAt(work, { type: 'medicine', at: here })
  const seenMedicines = await linesOf(work, { type: 'medicine' }, medicines)
  const given = seenMedicines.map(({ record }) => record.id)
  return {
    shelter,
    places,
    taken: taken.map(({ place, size }) => ({ place, partySize: size })),
    stays: seenStays,
    incidents: await linesOf(work, { type: 'stay_log' }, incidents.toReversed()),
    medicines: seenMedicines,
    doses: await views(work, await listedAt(work, { type: 'dose', at: given, since: doseDays })),
  }
}

interface Hanging {
  readonly type: string
  /** Records that they belong to. */
  readonly at: readonly string[]
  /** Only of so many days. */
  readonly since?: number
  readonly kind?: string
}

/** Lines of lists that belong to these records, by date, through the index of places. */
async function listedAt(work: Work, o: Hanging): Promise<readonly { record: string; on: string }[]> {
  const { rows } = await work.client.query<{ record: string; on: string }>({
    name: 'board-hanging',
    text: `select record, to_char(on_date, 'YYYY-MM-DD') as on from listed
      where at = any ($1) and type = $2 and open in (true, false) and on_date >= $3::date and ($4::text is null or kind = $4)
      order by on_date, record`,
    values: [o.at, o.type, o.since === undefined ? '0001-01-01' : daysLater(work.today, -o.since), o.kind ?? null],
  })
  return rows
}

/** Whom they are about was written down with the records that they belong to. */
async function views(work: Work, found: readonly { record: string }[]): Promise<readonly RecordView[]> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'board-records',
    text: `select ${recordColumns} from record where id = any($1::uuid[])`,
    values: [found.map(({ record }) => record)],
  })
  return [...(await visibleViews(work, rows)).values()]
}
