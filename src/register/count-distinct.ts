import { apart, type Asked, type Client, type Counted, countedOf, listed, named, run } from './count-text.ts'

/** How units are told apart. */
export interface Telling {
  /** What a unit is known by; null where nobody can say: those rows are left out, and told. */
  readonly id: string
  /** Rows that are a known number of units by themselves. */
  readonly counted: string
  /** All other rows: they are told apart by `id`. */
  readonly told: string
  /** Of the rows that are counted, how many units each is. */
  readonly n: string
}

/**
 * Distinct units. Rows that are a known number of units by themselves (the leading row of a person, a total) are summed in parallel.
 * The others are grouped by unit and answers: most have given the same answers in each of their rows and are one group,
 * counted like the first; only those with several groups are told apart answer by answer.
 */
export async function countDistinct(
  client: Client,
  { table, by, filter }: Asked,
  { id, counted, told, n }: Telling,
): Promise<Counted> {
  const c = by.map((_, at) => `c${at}`)
  // The smallest of a single group is that group; offices have no order, and are counted by as text.
  const read = by.map(axis => (axis.kind === 'office' ? { ...axis, column: `${axis.column}::text` } : axis))
  const apartFrom = `(select unit${listed(by)} from several where unit in (select unit from whole where groups > 1))`
  const cells =
    by.length === 0
      ? ''
      : `union all select 'cell', k0, k1, n, null from (${apart(by, 'known')}) as cells where n > 0
         union all select 'cell', k0, k1, count(*), null from (${apart(by, apartFrom, { kept: 'unit, ', sum: 'null' })}) as cells
         group by k0, k1`
  const lines = await run(
    client,
    filter,
    `with single as materialized (
       select route${named(read)}, sum(${n}) as n, sum(count) as units
       from ${table} where ${filter.sql} and ${counted} group by ${['route', ...c].join(', ')}),
     several as materialized (
       select ${id} as unit, route${named(read)}, sum(count) as units
       from ${table} where ${filter.sql} and ${told} group by ${['1', 'route', ...c].join(', ')}),
     whole as materialized (
       select unit, count(*) as groups${c.map(column => `, min(${column}) as ${column}`).join('')}
       from several where unit is not null group by unit),
     known as (
       select n${listed(by)} from single
       union all select count(*)${listed(by)} from whole where groups = 1 ${by.length === 0 ? '' : `group by ${c.join(', ')}`})
     select 'route' as what, route::text as k0, null as k1, sum(n) as n, sum(lost) as left from (
       select route, n, 0 as lost from single
       union all select route, units, case when unit is null then units else 0 end from several) as routes group by route
     union all select 'base', null, null, coalesce((select sum(n) from single), 0) + (select count(*) from whole), null
     ${cells}`,
  )
  return merged(await countedOf(client, by, lines))
}

/** Those who were counted as rows and those who were told apart are parts of one cell. */
function merged(counted: Counted): Counted {
  const found = new Map<string, { key: string[]; n: number }>()
  for (const { key, n } of counted.cells) {
    const id = JSON.stringify(key)
    found.set(id, { key, n: n + (found.get(id)?.n ?? 0) })
  }
  return { ...counted, cells: [...found.values()] }
}
