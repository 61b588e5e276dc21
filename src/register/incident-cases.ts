import type { CaseFile, RecordView } from '#changes/change.ts'
import { visibleViews } from './files.ts'
import { listed, type ListLine } from './lists.ts'
import { targetOf } from './neighbours.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** One case of an incident, with as much of its file as the consents need. */
export interface IncidentCase {
  readonly line: ListLine
  /** The case with its consents, cut to what the reader may see. */
  readonly file: CaseFile
  /** False: nothing may be said about consents, not even that there are none. */
  readonly readsConsents: boolean
}

/** At most this many cases are shown of one incident; a larger event is several. */
const mostCases = 200

/** An incident with the cases that the reader may see; null when there is no such incident or it is not the reader's. */
export async function incidentCases(
  work: Work,
  id: string,
): Promise<{ incident: RecordView; cases: readonly IncidentCase[]; more: boolean } | null> {
  const { rows } = await work.client.query<RecordRow>({
    name: 'incident',
    text: `select ${recordColumns} from record where id = $1 and type = 'incident'`,
    values: [id],
  })
  const incident = (await visibleViews(work, rows)).get(id)
  if (!incident) return null
  const { items, next } = await listed(work, { type: 'case', at: id, limit: mostCases })
  const found = await work.client.query<RecordRow>({
    name: 'incident-consents',
    text: `select ${recordColumns} from record where case_id = any($1::uuid[]) and type in ('case', 'consent')`,
    values: [items.map(({ record }) => record.id)],
  })
  const consents = Map.groupBy(
    [...(await visibleViews(work, found.rows)).values()].filter(({ type }) => type === 'consent'),
    record => record.case,
  )
  const readable = new Set(
    found.rows
      .filter(row => work.permissions.readable('consent', targetOf(work, row, found.rows)).has('open'))
      .map(row => row.case_id),
  )
  const cases = items.map(line => ({
    line,
    readsConsents: readable.has(line.record.id),
    file: { person: line.person, case: line.record, records: consents.get(line.record.id) ?? [] },
  }))
  return { incident, cases, more: next !== null }
}
