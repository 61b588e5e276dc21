import { type ReviewList, reviewLists, type Verdict } from '#casework/review/verdict.ts'
import type { PairToReview } from './linkage-run.ts'
import type { Work } from './work.ts'

/** Pairs of person records that a linkage found, and what reviewers said of them. Ids and numbers; who they are is read elsewhere. */

export interface ReviewPair extends PairToReview {
  readonly id: string
  readonly decided: boolean
  /** When the linkage ran that found it. */
  readonly foundAt: Date
}

interface Row {
  readonly id: string
  readonly a: string
  readonly b: string
  readonly office_a: string
  readonly office_b: string
  readonly weight: number
  readonly effect: number
  readonly levels: readonly number[]
  readonly parts: readonly number[]
  readonly namesakes: [number, number]
  readonly sampled: boolean
  readonly decided: boolean
  readonly made_at: Date
}

const select = 'select p.*, r.made_at from linkage_pair p join linkage_run r on r.id = p.run'

const pairOf = (row: Row): ReviewPair => ({
  ...row,
  offices: [row.office_a, row.office_b],
  foundAt: row.made_at,
})

/** What the reader said of the pair, and what others did; taken-back verdicts are none. */
const mine = `exists (select 1 from linkage_verdict v where v.a = p.a and v.b = p.b and not v.taken_back and v.account = $2::uuid)`
const others = `(select count(distinct v.account) from linkage_verdict v where v.a = p.a and v.b = p.b and not v.taken_back)`
const aside = `exists (select 1 from linkage_verdict v where v.a = p.a and v.b = p.b and not v.taken_back and v.account = $2::uuid and v.verdict = 'cannot_decide')`
const filters: Readonly<Record<ReviewList, string>> = {
  open: `not p.decided and not ${mine} and ${others} < 2`,
  aside: `not p.decided and ${aside} and ${others} < 2`,
  disagreed: `not p.decided and ${others} >= 2 and $2::uuid is not null`,
  decided: 'p.decided and $2::uuid is not null',
}

/** Pairs of a list that the reader may review, those first that move the count most. At most `limit`. */
export async function pairsOfList(work: Work, list: ReviewList, limit: number): Promise<readonly ReviewPair[]> {
  const { rows } = await work.client.query<Row>(
    `${select} where ${reviewable} and ${filters[list]} order by p.effect desc, p.id limit $3`,
    [officesOf(work), work.actor.id, limit],
  )
  return rows.map(pairOf)
}

/** How many there are of each list: counted to `most` and no further. */
export async function sizesOfLists(work: Work, most: number): Promise<Readonly<Record<ReviewList, number>>> {
  const parts = reviewLists.map(
    list =>
      `(select count(*)::integer from (select 1 from linkage_pair p where ${reviewable} and ${filters[list]} limit $3) as found) as "${list}"`,
  )
  const { rows } = await work.client.query<Record<ReviewList, number>>(`select ${parts.join(', ')}`, [
    officesOf(work),
    work.actor.id,
    most,
  ])
  return rows[0] ?? { open: 0, aside: 0, disagreed: 0, decided: 0 }
}

/** null: there is no such pair, or it is not the reader’s to review. */
export async function pairById(work: Work, id: string): Promise<ReviewPair | null> {
  const { rows } = await work.client.query<Row>(`${select} where ${reviewable} and p.id = $2`, [officesOf(work), id])
  return rows[0] ? pairOf(rows[0]) : null
}

/** Pairs that count (from 1 in 2) around these persons: who else would be the same person through them. */
export async function pairsAround(
  work: Work,
  persons: readonly string[],
  limit: number,
): Promise<readonly ReviewPair[]> {
  const { rows } = await work.client.query<Row>(
    `${select} where ${reviewable} and (p.a = any($2::uuid[]) or p.b = any($2::uuid[])) and p.weight >= 0 order by p.weight desc, p.id limit $3`,
    [officesOf(work), persons, limit],
  )
  return rows.map(pairOf)
}

/** Both offices lie where the reader reviews links; null: everywhere. Row-level security asks for both, too. */
const reviewable = '($1::uuid[] is null or (p.office_a = any($1) and p.office_b = any($1)))'

function officesOf(work: Work): readonly string[] | null {
  const reach = work.permissions.reach('review_links')
  return reach.all ? null : reach.offices
}

export interface GivenVerdict {
  readonly account: string
  readonly verdict: Verdict
  readonly firstLook: Verdict
  readonly at: Date
}

/** Of each reviewer the latest, oldest first. */
export async function verdictsOf(work: Work, { a, b }: Pick<ReviewPair, 'a' | 'b'>): Promise<readonly GivenVerdict[]> {
  const { rows } = await work.client.query<{ account: string; verdict: Verdict; first_look: Verdict; given_at: Date }>(
    `select * from (select distinct on (account) account, verdict, first_look, given_at from linkage_verdict
       where a = $1 and b = $2 and not taken_back order by account, given_at desc, id desc) as latest order by given_at`,
    [a, b],
  )
  return rows.map(row => ({ account: row.account, verdict: row.verdict, firstLook: row.first_look, at: row.given_at }))
}

/** Sending it again is harmless. */
export async function keepVerdict(
  work: Work,
  pair: Pick<ReviewPair, 'a' | 'b' | 'offices' | 'sampled'>,
  given: { readonly id: string; readonly verdict: Verdict; readonly firstLook: Verdict },
): Promise<void> {
  await work.client.query(
    `insert into linkage_verdict (id, a, b, office_a, office_b, account, verdict, first_look, sampled, given_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10) on conflict (id) do nothing`,
    [
      given.id,
      pair.a,
      pair.b,
      pair.offices[0],
      pair.offices[1],
      work.actor.id,
      given.verdict,
      given.firstLook,
      pair.sampled,
      work.now,
    ],
  )
}

/** The pair is asked of everybody again; what was said stays in the table, marked. */
export async function takeBackVerdicts(work: Work, { a, b }: Pick<ReviewPair, 'a' | 'b'>): Promise<void> {
  await work.client.query('select take_back_verdicts($1, $2)', [a, b])
}

/** Pairs of the sample on which two reviewers spoke: how often each verdict met each. The first two of a pair count, in the order in which they spoke. */
export async function verdictsMet(
  work: Work,
): Promise<readonly { readonly first: Verdict; readonly second: Verdict; readonly pairs: number }[]> {
  const { rows } = await work.client.query<{ first: Verdict; second: Verdict; pairs: number }>(
    `select first, second, count(*)::integer as pairs from (
       select (array_agg(verdict order by given_at, id))[1] as first, (array_agg(verdict order by given_at, id))[2] as second
       from (select distinct on (a, b, account) p.a, p.b, verdict, given_at, p.id from linkage_verdict p
             where sampled and not taken_back and ${reviewable} order by a, b, account, given_at, id) as spoken
       group by a, b having count(*) >= 2) as met
     group by first, second`,
    [officesOf(work)],
  )
  return rows
}

/** The link record that decides about a pair; null when none does. */
export async function decidingLink(
  work: Work,
  { a, b }: Pick<ReviewPair, 'a' | 'b'>,
): Promise<{ readonly id: string; readonly office: string; readonly person: string; readonly version: number } | null> {
  const { rows } = await work.client.query<{ id: string; office: string; person: string; version: number }>(
    `select id, office_id as office, person, version from record
     where type = 'link' and ((person = $1::uuid and content ->> 'other' = $2::uuid::text) or (person = $2::uuid and content ->> 'other' = $1::uuid::text))
     order by updated_at desc, id desc limit 1`,
    [a, b],
  )
  return rows[0] ?? null
}
