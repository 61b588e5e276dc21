import { type OpenWork, workToday } from '#casework/tasks.ts'
import type { RecordView } from '#changes/change.ts'
import { type OpenConflict, openConflicts } from './conflicts.ts'
import { listRecords, visibleViews } from './files.ts'
import { caseFiles } from './neighbours.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** My open work: what the page Today shows. Cases are those I carry, and those in which I began an interview. */
export interface TodayView {
  readonly cases: readonly {
    readonly case: RecordView
    readonly person: RecordView | null
    readonly work: readonly Pick<OpenWork, 'kind' | 'dueOn' | 'state' | 'record'>[]
  }[]
  readonly conflicts: readonly OpenConflict[]
  readonly leads: readonly RecordView[]
  readonly recent: readonly { readonly case: RecordView; readonly person: RecordView | null; readonly at: string }[]
}

const mostCases = 150

export async function today(work: Work): Promise<TodayView> {
  const { client, actor } = work
  const { rows: mine } = await client.query<{ case_id: string }>({
    name: 'my-cases',
    text: `(select id as case_id from record where worker = $1 and type = 'case' order by updated_at desc limit ${mostCases})
      union (select case_id from open_screenings($1, $2, 50))`,
    values: [actor.id, [...new Set(actor.grants.flatMap(grant => work.offices.tree.below(grant.office)))]],
  })
  const { rows: recent } = await client.query<{ case_id: string; at: Date }>({
    name: 'my-recent',
    text: `select case_id, max(at) as at from (
        select case_id, at from read_log where account = $1 and action = 'open_case' order by seq desc limit 60) as opened
      group by case_id order by at desc limit 6`,
    values: [actor.id],
  })
  const ids = [...new Set([...mine, ...recent].map(row => row.case_id))]
  const { rows } = await client.query<RecordRow>({
    name: 'today-rows',
    text: `select ${recordColumns} from record where case_id = any($1)
      union all select ${recordColumns} from record where type = 'person' and id in (select person from record where type = 'case' and id = any($1))`,
    values: [ids],
  })
  const views = await visibleViews(
    work,
    rows.filter(row => row.type === 'case' || row.type === 'person'),
  )
  const personOf = (view: RecordView) => (view.person === null ? null : (views.get(view.person) ?? null))
  const own = new Set(mine.map(row => row.case_id))
  const files = caseFiles(rows, null).filter(file => own.has(file.case.id) && views.has(file.case.id))
  const leads = work.permissions.reach('read', 'lead')
  return {
    cases: workToday(files, work.today).flatMap(each => {
      const view = views.get(each.case.id)
      return view ? [{ case: view, person: personOf(view), work: each.work }] : []
    }),
    conflicts: (await openConflicts(work, { limit: 50 })).filter(
      conflict => conflict.author === actor.id || (conflict.case !== null && own.has(conflict.case)),
    ),
    leads:
      leads.all || leads.offices.length + leads.ownIn.length > 0
        ? (await listRecords(work, { type: 'lead', limit: 20 })).items.filter(lead => lead.content['state'] === 'new')
        : [],
    recent: recent.flatMap(row => {
      const view = views.get(row.case_id)
      return view ? [{ case: view, person: personOf(view), at: row.at.toISOString() }] : []
    }),
  }
}
