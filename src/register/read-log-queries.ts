import { staffNames } from './staff-names.ts'
import type { Work } from './work.ts'

/** The two logs as a data protection officer reads them: who opened what, who changed which fields; never values. */
export interface ReadLogLine {
  readonly at: string
  readonly account: string
  readonly accountName: string
  readonly action: string
  readonly person: string | null
  readonly case: string | null
  /** The one record that a door of its own opened: a shelter, whose address it was. */
  readonly record: string | null
  readonly purpose: string
}

export interface LogPage<T> {
  readonly items: readonly T[]
  /** Cursor of the next page: the sequence number of the last line. */
  readonly next: string | null
}

interface ReadRow {
  seq: number
  at: Date
  account: string
  action: string
  person: string | null
  case_id: string | null
  record: string | null
  purpose: string
}

/** Newest first. Searches and lists belong to no office and are shown to those who read the log everywhere. */
export async function readLog(
  work: Work,
  o: { person?: string | undefined; account?: string | undefined; after?: string | undefined; limit: number },
): Promise<LogPage<ReadLogLine>> {
  const reach = work.permissions.reach('read_log')
  const { rows } = await work.client.query<ReadRow>(
    `select seq, at, account, action, person, case_id, record, purpose from read_log
      where ($1::uuid is null or person = $1) and ($2::uuid is null or account = $2) and ($3::bigint is null or seq < $3)
        and ($4 or office_id = any ($5::uuid[])) order by seq desc limit $6`,
    [o.person ?? null, o.account ?? null, o.after ?? null, reach.all, reach.all ? [] : reach.offices, o.limit + 1],
  )
  const { page, next } = cut(rows, o.limit)
  const names = await staffNames(
    work,
    page.map(row => row.account),
  )
  const items = page.map(row => ({
    at: row.at.toISOString(),
    account: row.account,
    accountName: names.get(row.account) ?? '',
    action: row.action,
    person: row.person,
    case: row.case_id,
    record: row.record,
    purpose: row.purpose,
  }))
  return { items, next }
}

export interface ChangeLogLine {
  readonly id: string
  readonly receivedAt: string
  readonly account: string
  readonly accountName: string
  readonly type: string
  readonly record: string
  readonly office: string
  readonly version: number
  readonly fields: readonly string[]
}

interface ChangeRow {
  seq: number
  id: string
  received_at: Date
  author: string
  type: string
  record: string
  office_id: string
  version: number
  fields: string[]
}

/** Newest first; names of the fields, never their values. */
export async function changeLog(
  work: Work,
  o: { after?: string | undefined; limit: number },
): Promise<LogPage<ChangeLogLine>> {
  const reach = work.permissions.reach('change_log')
  const { rows } = await work.client.query<ChangeRow>(
    `select seq, id, received_at, author, type, record, office_id, version, fields from change
      where ($1::bigint is null or seq < $1) and ($2 or office_id = any ($3::uuid[])) order by seq desc limit $4`,
    [o.after ?? null, reach.all, reach.all ? [] : reach.offices, o.limit + 1],
  )
  const { page, next } = cut(rows, o.limit)
  const names = await staffNames(
    work,
    page.map(row => row.author),
  )
  const items = page.map(row => ({
    id: row.id,
    receivedAt: row.received_at.toISOString(),
    account: row.author,
    accountName: names.get(row.author) ?? '',
    type: row.type,
    record: row.record,
    office: row.office_id,
    version: row.version,
    fields: row.fields,
  }))
  return { items, next }
}

function cut<T extends { seq: number }>(
  rows: readonly T[],
  limit: number,
): { page: readonly T[]; next: string | null } {
  const page = rows.slice(0, limit)
  return { page, next: rows.length > limit ? String(page.at(-1)?.seq) : null }
}
