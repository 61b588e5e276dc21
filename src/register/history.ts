import type { Content } from '#dictionary/answer.ts'
import { mask, readableNames } from '#access/mask.ts'
import { logReading } from './read-log.ts'
import { openPatch, type RecordRow, recordColumns } from './rows.ts'
import { targetOf } from './neighbours.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

export interface HistoryLine {
  readonly id: string
  readonly type: string
  readonly record: string
  readonly version: number
  readonly author: string
  readonly madeAt: string
  readonly receivedAt: string
  readonly fields: readonly string[]
  /** What the reader may see of the new values; null when the person's key was destroyed. */
  readonly set: Content | null
  readonly merged: boolean
}

interface ChangeRow {
  seq: number
  office_id: string
  id: string
  type: string
  record: string
  person: string | null
  version: number
  author: string
  made_at: Date
  received_at: Date
  fields: string[]
  patch: Buffer
  merged: boolean
}

/** The log of a case and of its person, newest first, keyed by sequence; null when the case is not the reader's. */
export async function historyOfCase(
  work: Work,
  caseId: string,
  o: { readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: HistoryLine[]; next: string | null } | null> {
  const { rows: records } = await work.client.query<RecordRow>(
    `select ${recordColumns} from record where case_id = $1
     union all select ${recordColumns} from record where type = 'person' and id = (select person from record where id = $1 and type = 'case')`,
    [caseId],
  )
  const home = records.find(row => row.id === caseId)
  if (!home || work.permissions.readable('case', targetOf(work, home, records)).size === 0) return null
  await logReading(work, {
    action: 'history',
    office: home.office_id,
    person: home.person,
    case: caseId,
    purpose: 'history',
  })
  const { rows } = await work.client.query<ChangeRow>(
    `select seq, office_id, id, type, record, person, version, author, made_at, received_at, fields, patch, merged from (
       select * from change where case_id = $1 union all select * from change where record = $2) as lines
     where $3::bigint is null or seq < $3 order by seq desc limit $4`,
    [caseId, home.person, o.after ?? null, o.limit + 1],
  )
  const page = rows.slice(0, o.limit)
  const keys = await readSubjectKeys(
    work,
    page.map(row => subjectOf({ id: row.record, person: row.person })),
  )
  const items = page.flatMap(row => {
    const record = records.find(each => each.id === row.record)
    if (!record) return []
    const target = targetOf(work, record, records)
    const classes = work.permissions.readable(row.type, target)
    if (classes.size === 0) return []
    const fields = readableNames(work.dictionary, row.type, row.fields, classes)
    // Even that something of a class was written is not for readers without that class.
    if (fields.length === 0 && row.fields.length > 0) return []
    const key = keys.get(subjectOf({ id: row.record, person: row.person }))
    return [
      {
        id: row.id,
        type: row.type,
        record: row.record,
        version: row.version,
        author: row.author,
        madeAt: row.made_at.toISOString(),
        receivedAt: row.received_at.toISOString(),
        fields,
        set: key ? mask(work.dictionary, row.type, openPatch(key, row.id, row.patch), classes) : null,
        merged: row.merged,
      },
    ]
  })
  return { items, next: rows.length > o.limit ? String(page.at(-1)?.seq) : null }
}
