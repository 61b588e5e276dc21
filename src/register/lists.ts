import type { RecordView } from '#changes/change.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import { visibleViews } from './files.ts'
import { logReading, logShown } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** A page of a worklist or board: records of one type by date, as far as the reader may see them. */
export interface ListAsked {
  readonly type: string
  /** Only this office and those below it. */
  readonly office?: string | undefined
  /** Only what this account has to do; `me` is put in by the caller. null: what nobody has to do. */
  readonly who?: string | null | undefined
  /** Only what belongs to this place: a house, a project, a receiving office. */
  readonly at?: string | undefined
  readonly state?: string | undefined
  readonly kind?: string | undefined
  /** true: still to do; false: ended; absent: both. */
  readonly open?: boolean | undefined
  /** Days, inclusive. What has no date is on 9999-12-31. */
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly newestFirst?: boolean | undefined
  /** Coded answers only and nobody's name: for calendars that hang where others see them. */
  readonly nameless?: boolean | undefined
  readonly after?: string | undefined
  readonly limit: number
}

export interface ListLine {
  readonly record: RecordView
  /** The case it hangs on, cut to what the reader may see; null for records of an office, and where it may not be seen. */
  readonly case: RecordView | null
  readonly person: RecordView | null
  /** yyyy-mm-dd; null without a date. */
  readonly on: string | null
}

interface Found {
  readonly record: string
  readonly on: string
}

/**
 * One page, by key and not by offset. Each office of the reach gives its first lines through an index, and the page is
 * their merge: the cost grows with the page and the offices, never with the register. Everybody shown is in the read log.
 */
export async function listed(work: Work, asked: ListAsked): Promise<{ items: ListLine[]; next: string | null }> {
  const found = await pageOf(work, asked)
  const page = found.slice(0, asked.limit)
  const last = page.at(-1)
  const items = await linesOf(work, asked, page)
  return { items, next: found.length > asked.limit && last ? `${last.on}_${last.record}` : null }
}

/** Records of a list with their case and person, as far as the reader may see them; everybody shown is in the read log. */
export async function linesOf(
  work: Work,
  asked: Pick<ListAsked, 'type' | 'nameless'>,
  page: readonly Found[],
): Promise<ListLine[]> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'listed-records',
    text: `with page as (select * from record where id = any($1::uuid[]))
      select ${recordColumns} from page
      union all select ${recordColumns} from record where type = 'case' and id in (select case_id from page) and id <> all($1::uuid[])
      union all select ${recordColumns} from record where type = 'person' and id in (select person from page) and id <> all($1::uuid[])`,
    values: [page.map(({ record }) => record)],
  })
  const seen = await visibleViews(work, rows)
  const items = page.flatMap(({ record: id, on }): ListLine[] => {
    const record = seen.get(id)
    if (!record) return []
    const home = record.case === null ? null : (seen.get(record.case) ?? null)
    if (asked.nameless)
      return [
        { record: coded(work, record), case: home && coded(work, home), person: null, on: on === noDate ? null : on },
      ]
    const person = record.person === null ? null : (seen.get(record.person) ?? null)
    return [{ record, case: home, person, on: on === noDate ? null : on }]
  })
  await logShown(
    work,
    [...new Map(items.flatMap(({ person }) => (person ? [[person.id, person] as const] : []))).values()],
    { action: 'list', purpose: asked.type },
  )
  await logSealed(
    work,
    asked.type,
    items.map(({ record }) => record),
  )
  return items
}

/** The record with its open answers alone. */
const coded = (work: Work, record: RecordView): RecordView => ({
  ...record,
  content: Object.fromEntries(
    Object.entries(record.content).filter(([name]) => fieldOf(work.dictionary, record.type, name)?.class === 'open'),
  ),
})

/** Sealed answers about nobody in particular (suspects, leads) leave a line as well: one an office that they came from. */
async function logSealed(work: Work, type: string, records: readonly RecordView[]): Promise<void> {
  const sealed = records.filter(
    ({ person, content }) =>
      person === null && Object.keys(content).some(name => fieldOf(work.dictionary, type, name)?.class !== 'open'),
  )
  for (const office of new Set(sealed.map(record => record.office)))
    await logReading(work, { action: 'list', office, person: null, case: null, purpose: type })
}

const noDate = '9999-12-31'

/** What was not asked for is left out of the text, so that each question keeps a plan of its own. */
async function pageOf(work: Work, asked: ListAsked): Promise<Found[]> {
  const values: unknown[] = []
  const put = (value: unknown) => `$${values.push(value)}`
  const [on, record] = asked.after?.split('_') ?? []
  const [later, order] = asked.newestFirst ? (['<', 'desc'] as const) : (['>', 'asc'] as const)
  const limit = put(asked.limit + 1)
  const conditions = [
    `l.type = ${put(asked.type)}`,
    ...(asked.state === undefined ? [] : [`l.state = ${put(asked.state)}`]),
    ...(asked.kind === undefined ? [] : [`l.kind = ${put(asked.kind)}`]),
    ...(asked.who === undefined ? [] : [asked.who === null ? 'l.who is null' : `l.who = ${put(asked.who)}::uuid`]),
    ...(asked.at === undefined ? [] : [`l.at = ${put(asked.at)}::uuid`]),
    ...(asked.from === undefined ? [] : [`l.on_date >= ${put(asked.from)}::date`]),
    ...(asked.to === undefined ? [] : [`l.on_date <= ${put(asked.to)}::date`]),
    ...(on === undefined || record === undefined
      ? []
      : [`(l.on_date, l.record) ${later} (${put(on)}::date, ${put(record)}::uuid)`]),
  ]
  const first = (where: readonly string[]) =>
    `select l.record, l.on_date from listed l where ${[...conditions, ...where].join(' and ')}
     order by l.on_date ${order}, l.record ${order} limit ${limit}`
  // Open or ended stands before the date in every index: where both are wanted, each gives its first lines.
  const lines = (where: readonly string[]) =>
    asked.open === undefined
      ? `(${first([...where, 'l.open'])}) union all (${first([...where, 'not l.open'])})`
      : first([...where, asked.open ? 'l.open' : 'not l.open'])
  const { rows } = await work.client.query<{ record: string; day: string }>(
    `select record, to_char(on_date, 'YYYY-MM-DD') as day from (${within(work, asked, { put, lines })}) as found
     order by on_date ${order}, record ${order} limit ${limit}`,
    values,
  )
  return rows.map(row => ({ record: row.record, on: row.day }))
}

interface Text {
  /** Adds a value and gives its place in the text. */
  put(value: unknown): string
  /** The first lines that also meet these conditions. */
  lines(where: readonly string[]): string
}

/** The reach as one select an office, each through its index; what was opened to an office or to all comes by its place. */
function within(work: Work, asked: ListAsked, { put, lines }: Text): string {
  const reach = work.permissions.reach('read', asked.type)
  const common = work.dictionary.recordTypes.get(asked.type)?.common === true
  const below = asked.office === undefined ? null : new Set(work.offices.tree.below(asked.office))
  // A place or a person of the staff has few lines: their own index finds them, and row-level security cuts the rest.
  const few = asked.at !== undefined || typeof asked.who === 'string'
  if ((reach.all || common || few) && below === null) return lines([])
  const offices = reach.all || common ? [...(below ?? [])] : cut(reach.offices, below)
  const own = reach.all ? [] : cut(reach.ownIn, below)
  const each = (ids: readonly string[], more: readonly string[]) =>
    `select own.record, own.on_date from unnest(${put(ids)}::uuid[]) as o (id)
     cross join lateral (${lines(['l.office_id = o.id', ...more])}) as own`
  const me = put(work.actor.id)
  return [each(offices, []), each(own, [`(l.author = ${me}::uuid or l.who = ${me}::uuid)`])].join(' union all ')
}

const cut = (ids: readonly string[], to: ReadonlySet<string> | null) => (to ? ids.filter(id => to.has(id)) : ids)
