import { factsOfPersons } from './fact-tables.ts'
import { personKey } from './keys.ts'
import type { RecordRow } from './rows.ts'
import { settleCounts } from './settle-counts.ts'
import type { Work } from './work.ts'

/**
 * Persons linked as the same human being form a group; every member's facts carry the key of the group's smallest id.
 * Links are records, reversible: the latest link of a pair decides.
 */
export async function rootOf(work: Work, person: string): Promise<string> {
  const { rows } = await work.client.query<{ root: string }>({
    name: 'root-of',
    text: 'select root from person_root where person = $1',
    values: [person],
  })
  return rows[0]?.root ?? person
}

/** Of everybody who is linked: the root of the group. For the machine's own work. */
export async function rootsOf(work: Work): Promise<ReadonlyMap<string, string>> {
  const { rows } = await work.client.query<{ person: string; root: string }>('select person, root from person_root')
  return new Map(rows.map(({ person, root }) => [person, root]))
}

/** Recomputes the groups around a link that was just written, and the keys of their facts. */
export async function relink(work: Work, link: RecordRow): Promise<void> {
  const other = link.content['other']
  if (typeof other !== 'string' || link.person === null) return
  await markPair(work, link.person, other)
  const affected = new Set([...(await groupOf(work, link.person)), ...(await groupOf(work, other))])
  const pairs = await pairsAmong(work, [...affected])
  const parts = groups([...affected], pairs)
  for (const group of parts) {
    const root = group[0]
    if (root === undefined) continue
    await work.client.query('delete from person_root where person = any($1)', [group])
    if (group.length > 1)
      await work.client.query('insert into person_root (person, root) select unnest($1::uuid[]), $2', [group, root])
    for (const table of factsOfPersons)
      await work.client.query(
        `update fact_${table} set person_key = $2 where person_id = any($1) and person_key <> $2`,
        [group, personKey(root)],
      )
  }
  // Only now: while a group is taken apart, rows of the other part still carry the old key.
  for (const [root] of parts) if (root !== undefined) await settleCounts(work, root)
}

/** Whoever reviews pairs is not asked about one that is decided, and asked again when the decision was taken back. */
async function markPair(work: Work, one: string, other: string): Promise<void> {
  const decided = (await decidedPairs(work, [one])).some(({ a, b }) => a === other || b === other)
  const [a, b] = [one, other].toSorted()
  await work.client.query({
    name: 'mark-pair',
    text: 'update linkage_pair set decided = $3 where a = $1 and b = $2 and decided <> $3',
    values: [a, b, decided],
  })
}

/** Groups of everybody, from all link records: after a bulk load. */
export async function relinkAll(work: Work): Promise<void> {
  const pairs = await pairsAmong(work, null)
  const members = groups([], pairs).flatMap(group =>
    group.map(person => ({ person, root: group[0] ?? person, key: personKey(group[0] ?? person) })),
  )
  if (members.length === 0) return
  const persons = members.map(member => member.person)
  await work.client.query(
    `insert into person_root (person, root) select * from unnest($1::uuid[], $2::uuid[])
     on conflict (person) do update set root = excluded.root`,
    [persons, members.map(member => member.root)],
  )
  // All groups in one statement: in the middle of a load the tables have no indexes, and each statement reads them whole.
  for (const table of factsOfPersons)
    await work.client.query(
      `update fact_${table} f set person_key = m.key from unnest($1::uuid[], $2::bigint[]) as m (person, key)
       where f.person_id = m.person and f.person_key <> m.key`,
      [persons, members.map(member => member.key)],
    )
}

/** All members of the group that a person belongs to now; the person alone when there is none. */
export async function groupOf(work: Work, person: string): Promise<string[]> {
  const root = await rootOf(work, person)
  const { rows } = await work.client.query<{ person: string }>('select person from person_root where root = $1', [root])
  return [person, ...rows.map(row => row.person)]
}

/** Pairs in force among the given persons (null: all): those that are the same. */
async function pairsAmong(
  work: Work,
  persons: readonly string[] | null,
): Promise<readonly (readonly [string, string])[]> {
  const decided = await decidedPairs(work, persons)
  return decided.flatMap(({ a, b, same }) => (same ? [[a, b] as const] : []))
}

/** Pairs that people decided, of the given persons (null: all): the latest link of each says whether they are the same. */
export async function decidedPairs(
  work: Work,
  persons: readonly string[] | null,
): Promise<readonly { readonly a: string; readonly b: string; readonly same: boolean }[]> {
  const { rows } = await work.client.query<{ a: string; b: string; verdict: string | null }>(
    `select distinct on (least(person, other), greatest(person, other)) person as a, other as b, verdict
     from (select person, (content ->> 'other')::uuid as other, content ->> 'verdict' as verdict, updated_at, id
           from record where type = 'link' and ($1::uuid[] is null or person = any($1)) and content ? 'other'
           union all
           select person, (content ->> 'other')::uuid, content ->> 'verdict', updated_at, id
           from record where type = 'link' and (content ->> 'other')::uuid = any($1) and content ? 'other') as links
     order by least(person, other), greatest(person, other), updated_at desc, id desc`,
    [persons],
  )
  return rows.flatMap(({ a, b, verdict }) =>
    verdict === 'same' || verdict === 'not_same' ? [{ a, b, same: verdict === 'same' }] : [],
  )
}

/** Connected components, each sorted; pure. */
export function groups(persons: readonly string[], pairs: readonly (readonly [string, string])[]): string[][] {
  const parent = new Map(persons.map(person => [person, person]))
  const find = (person: string): string => {
    let at = person
    for (let up = parent.get(at); up !== undefined && up !== at; up = parent.get(at)) at = up
    return at
  }
  for (const [a, b] of pairs) {
    for (const person of [a, b]) if (!parent.has(person)) parent.set(person, person)
    const [low, high] = [find(a), find(b)].sort() as [string, string]
    parent.set(high, low)
  }
  const byRoot = new Map<string, string[]>()
  for (const person of parent.keys()) {
    const root = find(person)
    byRoot.set(root, [...(byRoot.get(root) ?? []), person])
  }
  return [...byRoot.values()].map(group => group.sort())
}
