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
  /** Not for everybody in scope: compared, but shown to no reviewer. */
  readonly guarded: boolean
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
      return key
        ? [{ id: row.id, office: row.office_id, content: openRecord(row, key), guarded: row.guard !== null }]
        : []
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

/** What the model of a run assumes, and what it found; numbers only. */
export interface LinkageCard {
  /** Chance that two records drawn blindly are one person. */
  readonly prior: number
  readonly comparisons: readonly {
    readonly of: string
    /** Best first, then “different”. m: share of pairs of one person at this level; u: of pairs of two persons. */
    readonly levels: readonly { readonly label: string; readonly m: number; readonly u: number }[]
  }[]
  /** Persons when links count from this probability on. */
  readonly curve: readonly { readonly probability: number; readonly persons: number }[]
  /** Pairs by weight: `from` bits to the next whole bit. */
  readonly weights: readonly { readonly from: number; readonly pairs: number }[]
}

/** A pair to look at; see migration 0048. */
export interface PairToReview {
  readonly a: string
  readonly b: string
  readonly offices: readonly [string, string]
  readonly weight: number
  readonly effect: number
  readonly levels: readonly number[]
  readonly parts: readonly number[]
  readonly namesakes: readonly [number, number]
  readonly sampled: boolean
}

const chunk = 5_000

/** Keeps the numbers of a run, and its pairs in the place of those of the run before. */
export async function keepLinkageRun(
  register: Register,
  run: LinkageRun,
  { card, pairs }: { readonly card: LinkageCard; readonly pairs: readonly PairToReview[] },
): Promise<void> {
  await asOwner(register, async client => {
    const id = uuidv7()
    await client.query(
      'insert into linkage_run (id, made_at, records, nameless, decided, count, card) values ($1, $2, $3, $4, $5, $6, $7)',
      [id, run.madeAt, run.count.records, run.nameless, run.decided, JSON.stringify(run.count), JSON.stringify(card)],
    )
    await client.query('delete from linkage_pair')
    for (let at = 0; at < pairs.length; at += chunk) await insertPairs(client, id, pairs.slice(at, at + chunk))
  })
}

/** Whoever was erased while the run went on is left out. */
async function insertPairs(client: pg.ClientBase, run: string, pairs: readonly PairToReview[]): Promise<void> {
  const list = (numbers: readonly number[]) => `{${numbers.join(',')}}`
  await client.query(
    `insert into linkage_pair (id, run, a, b, office_a, office_b, weight, effect, levels, parts, namesakes, sampled)
     select p.id, $1, p.a, p.b, p.office_a, p.office_b, p.weight, p.effect, p.levels::smallint[], p.parts::real[], p.namesakes::integer[], p.sampled
     from unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[], $7::real[], $8::real[], $9::text[], $10::text[], $11::text[], $12::boolean[])
       as p (id, a, b, office_a, office_b, weight, effect, levels, parts, namesakes, sampled)
     where not exists (select 1 from subject_key k where k.subject in (p.a, p.b) and k.wrapped is null)`,
    [
      run,
      pairs.map(() => uuidv7()),
      pairs.map(({ a }) => a),
      pairs.map(({ b }) => b),
      pairs.map(({ offices }) => offices[0]),
      pairs.map(({ offices }) => offices[1]),
      pairs.map(({ weight }) => weight),
      pairs.map(({ effect }) => effect),
      pairs.map(({ levels }) => list(levels)),
      pairs.map(({ parts }) => list(parts)),
      pairs.map(({ namesakes }) => list(namesakes)),
      pairs.map(({ sampled }) => sampled),
    ],
  )
}

/** The latest linkage of the register; null before the first. `card`: null for a run of an earlier version. */
export async function latestLinkageRun(
  client: Pick<pg.ClientBase, 'query'>,
): Promise<(LinkageRun & { readonly card: LinkageCard | null }) | null> {
  const { rows } = await client.query<{
    made_at: Date
    nameless: number
    decided: number
    count: LinkageCount
    card: LinkageCard | null
  }>('select made_at, nameless, decided, count, card from linkage_run order by made_at desc, id desc limit 1')
  const row = rows[0]
  return row
    ? {
        madeAt: row.made_at.toISOString(),
        nameless: row.nameless,
        decided: row.decided,
        count: row.count,
        card: row.card,
      }
    : null
}
