import type { KeyObject } from 'node:crypto'
import type { Guard } from '#access/guard.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Change } from '#changes/change.ts'
import { tell } from './notices.ts'
import { openPatch, sealPatch } from './rows.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import { systemActor, type Work } from './work.ts'

/** A change that met another on the same field: kept whole, shown to both authors, settled by a further change. */
export interface OpenConflict {
  readonly id: string
  readonly type: string
  readonly record: string
  readonly office: string
  readonly person: string | null
  readonly case: string | null
  readonly fields: readonly string[]
  readonly set: Content
  readonly author: string
  readonly at: string
}

export async function keepConflict(
  work: Work,
  change: Change,
  office: string,
  fields: readonly string[],
  { key, guard }: { readonly key: KeyObject; readonly guard: Guard },
): Promise<void> {
  await work.client.query(
    `insert into conflict (office_id, id, type, record, person, case_id, base, author, device, made_at, received_at, dictionary, fields, patch, guard)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15)`,
    [
      office,
      change.id,
      change.type,
      change.record,
      change.person,
      change.case,
      change.base,
      work.actor.id,
      change.device ?? null,
      change.madeAt,
      work.now,
      work.dictionary.version,
      fields,
      sealPatch(key, change.id, change.set),
      guard,
    ],
  )
  await tellAuthors(work, change, { office, fields, guard })
}

/** Both authors hear of it: who sent this change, perhaps from a device hours later, and whoever wrote into the same fields since its base. */
async function tellAuthors(
  work: Work,
  change: Change,
  { office, fields, guard }: { readonly office: string; readonly fields: readonly string[]; readonly guard: Guard },
): Promise<void> {
  const { rows } = await work.client.query<{ author: string }>(
    'select distinct author from change where record = $1 and version > $2 and fields && $3',
    [change.record, change.base, fields],
  )
  const authors = new Set([work.actor.id, ...rows.map(({ author }) => author)])
  authors.delete(systemActor.id)
  const notices = [...authors].map(account => ({
    kind: 'conflict_kept',
    key: `conflict_kept:${change.id}`,
    to: { account },
  }))
  await tell(
    work,
    notices,
    { type: change.type, record: change.record, office, case: change.case, ...(guard === null ? {} : { guard }) },
    { oneself: true },
  )
}

export async function settleConflict(work: Work, id: string, record: string, by: string): Promise<void> {
  await work.client.query(
    'update conflict set settled_by = $3, settled_at = $4 where id = $1 and record = $2 and settled_by is null',
    [id, record, by, work.now],
  )
}

interface ConflictRow {
  office_id: string
  id: string
  type: string
  record: string
  person: string | null
  case_id: string | null
  fields: string[]
  patch: Buffer
  author: string
  received_at: Date
}

/** Open conflicts of a case and its person, or (without a case) the newest of everything in reach. */
export async function openConflicts(
  work: Work,
  of: { readonly case: string; readonly person: string | null } | { readonly limit: number },
): Promise<OpenConflict[]> {
  const columns = 'office_id, id, type, record, person, case_id, fields, patch, author, received_at'
  const { rows } =
    'case' in of
      ? await work.client.query<ConflictRow>(
          `select ${columns} from conflict where settled_by is null and (case_id = $1 or (person = $2 and case_id is null)) order by received_at`,
          [of.case, of.person],
        )
      : await work.client.query<ConflictRow>(
          `select ${columns} from conflict where settled_by is null order by received_at desc limit $1`,
          [of.limit],
        )
  const keys = await readSubjectKeys(
    work,
    rows.map(row => subjectOf({ id: row.record, person: row.person })),
  )
  return rows.flatMap(row => {
    const key = keys.get(subjectOf({ id: row.record, person: row.person }))
    if (!key) return []
    return [
      {
        id: row.id,
        type: row.type,
        record: row.record,
        office: row.office_id,
        person: row.person,
        case: row.case_id,
        fields: row.fields,
        set: openPatch(key, row.id, row.patch),
        author: row.author,
        at: row.received_at.toISOString(),
      },
    ]
  })
}
