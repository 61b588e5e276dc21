import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Content } from '#dictionary/answer.ts'
import type { Register } from './register.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys } from './subject-key.ts'
import { asOwner, type Work } from './work.ts'

/** What a linkage reads of the register, and the numbers that it leaves there. */
export interface PersonRecord {
  readonly id: string
  readonly office: string
  readonly content: Content
}

const page = 1_000

/** Everybody who is not erased, page by page in the order of ids, with names. For the machine's own work only. */
export async function* personsToLink(work: Work): AsyncGenerator<readonly PersonRecord[]> {
  for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
    const { rows } = await work.client.query<RecordRow>(
      `select ${recordColumns} from record where type = 'person' and id > $1 order by id limit $2`,
      [after, page],
    )
    const last = rows.at(-1)
    if (!last) return
    after = last.id
    const keys = await readSubjectKeys(
      work,
      rows.map(({ id }) => id),
    )
    yield rows.flatMap(row => {
      const key = keys.get(row.id)
      return key ? [{ id: row.id, office: row.office_id, content: openRecord(row, key) }] : []
    })
  }
}

/** Persons among records, with what is not known about it; as `src/linkage/count` says it. */
export interface LinkageCount {
  readonly records: number
  readonly persons: number
  readonly interval: { readonly level: number; readonly from: number; readonly to: number }
  readonly at: readonly { readonly probability: number; readonly persons: number }[]
}

export interface LinkageRun {
  readonly madeAt: string
  readonly nameless: number
  readonly decided: number
  readonly count: LinkageCount
}

export async function keepLinkageRun(register: Register, run: LinkageRun): Promise<void> {
  await asOwner(register, client =>
    client.query(
      'insert into linkage_run (id, made_at, records, nameless, decided, count) values ($1, $2, $3, $4, $5, $6)',
      [uuidv7(), run.madeAt, run.count.records, run.nameless, run.decided, JSON.stringify(run.count)],
    ),
  )
}

/** The latest linkage of the register; null before the first. */
export async function latestLinkageRun(client: Pick<pg.ClientBase, 'query'>): Promise<LinkageRun | null> {
  const { rows } = await client.query<{ made_at: Date; nameless: number; decided: number; count: LinkageCount }>(
    'select made_at, nameless, decided, count from linkage_run order by made_at desc, id desc limit 1',
  )
  const row = rows[0]
  return row
    ? { madeAt: row.made_at.toISOString(), nameless: row.nameless, decided: row.decided, count: row.count }
    : null
}
