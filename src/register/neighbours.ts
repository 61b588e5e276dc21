import { names } from '#access/guard.ts'
import type { Target } from '#access/permission.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import type { Work } from './work.ts'

/** The rows around a record: the record itself, its person, and the cases of that person with all that hangs on them. */
export interface Neighbours {
  readonly record: RecordRow | null
  readonly person: RecordRow | null
  readonly rows: readonly RecordRow[]
  /** The group of linked persons that the person of a change belongs to, where it was read along. */
  readonly group?: { readonly of: string; readonly root: string } | null | undefined
}

/**
 * Reads what a change of this record can touch. For a record of a case: that case, its person and what hangs on the person. For a person or a
 * link: every case of the person. Row-level security applies: what the actor may not see is not there.
 */
export async function readNeighbours(
  work: Work,
  of: { readonly record: string; readonly person: string | null; readonly case: string | null },
): Promise<Neighbours> {
  const { rows } = of.case
    ? await work.client.query<RecordRow>({
        name: 'neighbours-case',
        text: `select ${recordColumns} from record where case_id = $1
          union all select ${recordColumns} from record where person = $2 and case_id is null
          union all select ${recordColumns} from record
            where id = $3 and case_id is distinct from $1 and (case_id is not null or person is distinct from $2)`,
        values: [of.case, of.person, of.record],
      })
    : await work.client.query<RecordRow>({
        name: 'neighbours-person',
        text: `select ${recordColumns} from record where person = $1
          union all select ${recordColumns} from record where id = $2 and ($1::uuid is null or person is distinct from $1)`,
        values: [of.person, of.record],
      })
  return {
    record: rows.find(row => row.id === of.record) ?? null,
    person: rows.find(row => row.type === 'person' && row.id === of.person) ?? null,
    rows,
  }
}

/**
 * The actor wrote the record, is the caseworker of its case or named on it (for a person, and for what another mission handed over: of one
 * of the person's cases).
 */
export function isOwn(work: Work, row: RecordRow, rows: readonly RecordRow[]): boolean {
  if (row.author === work.actor.id || row.worker === work.actor.id || names(row.guard, work.actor.id)) return true
  if (row.shared.length > 0 && row.type !== 'person')
    return rows.some(
      each =>
        each.worker === work.actor.id &&
        (each.id === row.case_id || (each.type === 'case' && row.shared.includes(each.office_id))),
    )
  return rows.some(
    each =>
      each.worker === work.actor.id && (each.id === row.case_id || (row.type === 'person' && each.person === row.id)),
  )
}

/** Where a row lives, as access sees it; `rows` are those around it, among which its case may be. */
export const targetOf = (work: Work, row: RecordRow, rows: readonly RecordRow[]): Target => ({
  office: row.office_id,
  shared: row.shared,
  common: row.common,
  own: isOwn(work, row, rows),
  guard: row.guard,
})

/** Files of offices where the actor works. What another mission handed over is read and judged by nobody here: it is not whole. */
export function filesAtHome(work: Work, files: readonly CaseFile[]): readonly CaseFile[] {
  const reach = work.permissions.reach('read')
  if (reach.all) return files
  const offices = new Set([...reach.offices, ...reach.ownIn])
  return files.filter(file => offices.has(file.case.office))
}

/** Case files from rows, with the open content only, except for `known` whose content is given. */
export function caseFiles(rows: readonly RecordRow[], known: RecordView | null): readonly CaseFile[] {
  const views = rows.filter(row => row.id !== known?.id).map(row => viewOf(row, row.content))
  if (known) views.push(known)
  views.sort((a, b) => (a.createdAt === b.createdAt ? (a.id < b.id ? -1 : 1) : a.createdAt < b.createdAt ? -1 : 1))
  return views
    .filter(view => view.type === 'case')
    .map(view => ({
      person: views.find(each => each.type === 'person' && each.id === view.person) ?? null,
      case: view,
      records: views.filter(each => each.id !== view.id && (each.case === view.id || isAbout(each, view))),
    }))
}

/** What hangs on the person and not on one case (rules of contact, requests) belongs to every file; links say nothing here. */
const isAbout = (view: RecordView, of: RecordView): boolean =>
  view.case === null && view.person === of.person && view.type !== 'person' && view.type !== 'link'
