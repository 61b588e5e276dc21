import { looksAround, looksAt, spends } from '#casework/check.ts'
import type { Around } from '#casework/rule-set.ts'
import type { CaseFile, Change, RecordView } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import { lockedTotals } from './money-totals.ts'
import { caseFiles, type Neighbours } from './neighbours.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import type { Work } from './work.ts'

/**
 * What lies beyond the case, for the rules that look there: records of offices that the change or the case names, what
 * else belongs to them, and the other cases of the person. Open answers only. Null for types whose rules never look.
 */
export async function readAround(work: Work, change: Change, near: Neighbours): Promise<Around | null> {
  if (!looksAround(change)) return null
  // First of all: what is read after it, a budget too, cannot change until this is written.
  const file = caseFiles(near.rows, null).find(each => each.case.id === change.case) ?? null
  const totals = await lockedTotals(work, spends(file, change))
  const own = { ...near.record?.content, ...change.set }
  const named = new Set([own, ...near.rows.map(row => row.content)].flatMap(content => idsIn(content)))
  const ids = [...named]
  const { rows: office } = await work.client.query<RecordRow>({
    name: 'around-records',
    text: `select ${recordColumns} from record where id = any($1::uuid[]) and person is null`,
    values: [ids],
  })
  const places = [...idsIn(own), change.record]
  // An office is a place of thousands of records, and no rule counts what is there.
  const placed = await placedAt(
    work,
    places.filter(id => !work.offices.byId(id)),
  )
  const wanted = looksAt(change.type)
  const common = wanted.length === 0 ? [] : await recordsInUse(work, wanted)
  const records = new Map(office.map(row => [row.id, viewOf(row, row.content)]))
  return {
    record: id => records.get(id) ?? null,
    at: (type, place) =>
      placed.filter(row => row.type === type && row.at === place).map(row => viewOf(row, row.content)),
    all: type => common.filter(view => view.type === type),
    spent: source => totals.filter(total => total.source === source),
    country: id => work.offices.byId(id)?.country ?? null,
    otherFiles: change.person === null ? await namedFiles(work, idsIn(own)) : await otherFiles(work, change),
  }
}

/**
 * Open records that belong to these places, coded answers only, whether or not the writer may see them: a bed is taken
 * whoever lies in it. Read under the lock of each place, so that two who look at once never both find the last bed.
 */
async function placedAt(work: Work, places: readonly string[]): Promise<readonly (RecordRow & { at: string })[]> {
  const { rows } = await work.client.query<Omit<RecordRow, keyof typeof unseen> & { at: string }>({
    name: 'around-placed',
    text: 'select * from rows_placed_at($1)',
    values: [places],
  })
  return rows.map(row => ({ ...row, ...unseen }))
}

/** Common records in use (projects, funds), through the index of lists: some hundreds in the largest organisation. */
export async function recordsInUse(work: Work, types: readonly string[]): Promise<readonly RecordView[]> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'around-in-use',
    text: `select ${recordColumns
      .split(', ')
      .map(column => `r.${column}`)
      .join(', ')} from listed l join record r on r.id = l.record
      where l.type = any($1) and l.open and l.common order by l.on_date desc, l.record limit 1000`,
    values: [types],
  })
  return rows.map(row => viewOf(row, row.content))
}

/** Ids that stand in a content, whatever they name: a code is never mistaken for one. */
const idsIn = (content: Content): string[] =>
  Object.values(content).filter((value): value is string => typeof value === 'string' && uuid.test(value))

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** Case files of the same person at other missions, coded answers only, whether or not the writer may see them. */
export async function otherFiles(work: Work, change: Pick<Change, 'person' | 'case'>): Promise<readonly CaseFile[]> {
  if (change.person === null || change.case === null) return []
  const { rows } = await work.client.query<Omit<RecordRow, keyof typeof unseen>>({
    name: 'around-cases',
    text: 'select * from rows_of_other_cases($1, $2)',
    values: [change.person, change.case],
  })
  const whole = rows.map((row): RecordRow => ({ ...row, ...unseen }))
  return caseFiles(whole, null)
}

/** Cases that a record of an office names, with what hangs on their person alone. What the writer may not see is not there. */
async function namedFiles(work: Work, ids: readonly string[]): Promise<readonly CaseFile[]> {
  if (ids.length === 0) return []
  const { rows } = await work.client.query<RecordRow>({
    name: 'around-named-cases',
    text: `with named as (select id, person from record where id = any($1::uuid[]) and type = 'case')
      select ${recordColumns} from record where id in (select id from named)
      union all select ${recordColumns} from record where person in (select person from named) and case_id is null`,
    values: [ids],
  })
  return caseFiles(rows, null)
}

/** What rules are never shown of a row. */
const unseen = { sealed: null, hash: Buffer.alloc(0), shared: [], common: false, guard: null } as const
