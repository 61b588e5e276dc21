import { mask } from '#access/mask.ts'
import { protectiveOf } from '#changes/merge.ts'
import type { Value } from '#dictionary/answer.ts'
import { fieldOf, listOf } from '#dictionary/dictionary.ts'
import type { RecordView } from '#changes/change.ts'
import { asSeen } from './conflict-list.ts'
import { type OpenConflict, openConflicts } from './conflicts.ts'
import { targetOf } from './neighbours.ts'
import { logReading } from './read-log.ts'
import { openRecord, type RecordRow, recordColumns, viewOf } from './rows.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

/** A case as its reader may see it; fields of other classes are absent, records of other types too. */
export interface OpenedCase {
  readonly person: RecordView | null
  readonly case: RecordView
  readonly records: readonly RecordView[]
  readonly otherCases: readonly RecordView[]
  readonly conflicts: readonly OpenConflict[]
}

/** null when there is no such case or it is not the reader's. One query for the rows, one line in the read log. */
export async function openCase(work: Work, id: string, purpose: string): Promise<OpenedCase | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'open-case',
    text: `with home as (select person from record where id = $1 and type = 'case')
      select ${recordColumns} from record where case_id = $1
      union all select ${recordColumns} from record where person = (select person from home) and case_id is null
      union all select ${recordColumns} from record where person = (select person from home) and type = 'case' and id <> $1`,
    values: [id],
  })
  const home = rows.find(row => row.type === 'case' && row.id === id)
  if (!home) return null
  const seen = await visibleViews(work, rows)
  const view = seen.get(home.id)
  if (!view) return null
  await logReading(work, { action: 'open_case', office: home.office_id, person: home.person, case: home.id, purpose })
  const conflicts = await openConflicts(work, { case: id, person: home.person })
  const views = [...seen.values()].map(each => protectively(work, each, conflicts))
  return {
    person: views.find(each => each.type === 'person') ?? null,
    case: protectively(work, view, conflicts),
    records: views.filter(each => each.id !== id && each.type !== 'person' && (each.case === id || each.case === null)),
    otherCases: views.filter(each => each.type === 'case' && each.id !== id),
    conflicts: conflicts.flatMap(conflict => {
      const row = rows.find(each => each.id === conflict.record)
      if (!row) return []
      const target = targetOf(work, row, rows)
      const classes = work.permissions.readable(row.type, target)
      if (classes.size === 0) return []
      return [asSeen(work, conflict, classes)]
    }),
  }
}

/** While a conflict is open, the more protective of two answers is in force (a risk level): nobody is left less safe. */
function protectively(work: Work, view: RecordView, conflicts: readonly OpenConflict[]): RecordView {
  const content: Record<string, Value> = { ...view.content }
  for (const { record, set } of conflicts) {
    if (record !== view.id) continue
    for (const [field, contested] of Object.entries(set)) {
      const declared = fieldOf(work.dictionary, view.type, field)
      if (!declared?.protective || content[field] === undefined) continue
      const order = listOf(work.dictionary, declared.list ?? '')?.codes.map(each => each.code) ?? []
      content[field] = protectiveOf(order, content[field], contested)
    }
  }
  return { ...view, content }
}

/** A person with the cases the reader may see. */
export async function openPerson(
  work: Work,
  id: string,
  purpose: string,
): Promise<{ readonly person: RecordView; readonly cases: readonly RecordView[] } | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'open-person',
    text: `select ${recordColumns} from record where person = $1 and type in ('person', 'case')`,
    values: [id],
  })
  const seen = await visibleViews(work, rows)
  const person = seen.get(id)
  if (person?.type !== 'person') return null
  await logReading(work, { action: 'open_person', office: person.office, person: id, case: null, purpose })
  return { person, cases: [...seen.values()].filter(view => view.type === 'case') }
}

/** Rows as masked views, oldest first; rows the actor may not know of are left out. */
export async function visibleViews(work: Work, rows: readonly RecordRow[]): Promise<ReadonlyMap<string, RecordView>> {
  const allowed = rows.flatMap(row => {
    const target = targetOf(work, row, rows)
    const classes = work.permissions.readable(row.type, target)
    return classes.size === 0 ? [] : [{ row, classes }]
  })
  // A reader of open fields only never causes a key to be unwrapped.
  const sealed = allowed.filter(({ row, classes }) => row.sealed && (classes.size > 1 || !classes.has('open')))
  const keys = await readSubjectKeys(
    work,
    sealed.map(({ row }) => subjectOf(row)),
  )
  allowed.sort((a, b) => a.row.created_at.getTime() - b.row.created_at.getTime() || (a.row.id < b.row.id ? -1 : 1))
  return new Map(
    allowed.map(({ row, classes }) => {
      const content = openRecord(row, keys.get(subjectOf(row)) ?? null)
      return [row.id, viewOf(row, mask(work.dictionary, row.type, content, classes))]
    }),
  )
}

/** Records of one type that stand in lists of their own (leads, calls, counted lines, cases), newest first, by key. */
export async function listRecords(
  work: Work,
  o: { readonly type: string; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: RecordView[]; next: string | null }> {
  const reach = work.permissions.reach('read', o.type)
  const { rows } = await work.client.query<RecordRow>({
    name: 'list-records',
    text: `select ${recordColumns} from record
      where type = $1 and ($2::uuid is null or id < $2)
        and ($4::boolean or office_id = any($5::uuid[]) or (office_id = any($6::uuid[]) and (author = $7 or worker = $7)))
      order by id desc limit $3`,
    values: [
      o.type,
      o.after ?? null,
      o.limit + 1,
      reach.all,
      reach.all ? [] : reach.offices,
      reach.all ? [] : reach.ownIn,
      work.actor.id,
    ],
  })
  const page = rows.slice(0, o.limit)
  const seen = await visibleViews(work, page)
  await logReading(work, { action: 'list', office: null, person: null, case: null, purpose: o.type })
  return {
    items: page.flatMap(row => seen.get(row.id) ?? []),
    next: rows.length > o.limit ? (page.at(-1)?.id ?? null) : null,
  }
}
