import {
  answerIn,
  apart,
  type Asked,
  type Axis,
  type Client,
  type Counted,
  countedOf,
  listed,
  named,
  run,
  singleAnswers,
  together,
} from './count-text.ts'

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
  /** Of the same rows, what each adds to the way it came by: a person who is counted once may have come by two. */
  readonly came: string
}

/**
 * Distinct units. Rows that are a known number of units by themselves (the leading row of a person, a total) are summed in parallel.
 * The others are told apart.
 */
export async function countDistinct(
  client: Client,
  { table, by, filter }: Asked,
  { id, counted, told, n, came }: Telling,
): Promise<Counted> {
  const c = by.map((_, at) => `c${at}`)
  // Where the smallest of a single group stands for it: offices have no order, and are read as text.
  const read = by.map(axis =>
    axis.kind === 'office' && !singleAnswers(by) ? { ...axis, column: `${axis.column}::text` } : axis,
  )
  const lines = await run(
    client,
    filter,
    `with single as materialized (
       select route${named(read)}, sum(${n}) as n, sum(${came}) as units
       from ${table} where ${filter.sql} and ${counted} group by ${['route', ...c].join(', ')}),
     several as materialized (
       select ${id} as unit, route${named(read)}, sum(count) as units
       from ${table} where ${filter.sql} and ${told} group by ${['1', 'route', ...c].join(', ')}),
     ${by.length === 0 ? `units as (${distinctUnits})` : cells(by)}
     select 'route' as what, route::text as k0, null as k1, sum(n) as n, sum(lost) as left from (
       select route, units as n, 0 as lost from single
       union all select route, units, case when unit is null then units else 0 end from several) as routes group by route
     union all select 'base', null, null, coalesce((select sum(n) from single), 0) + (select count(*) from units), null
     ${by.length === 0 ? '' : "union all select 'cell', k0, k1, n, null from cells where n > 0"}`,
  )
  return together([await countedOf(client, by, lines)])
}

const distinctUnits = 'select unit from several where unit is not null group by unit'

/**
 * The distinct units and all cells, as parts of a statement. With one answer to each dimension a unit and its answers are one
 * cell. With several, most units have given the same in each of their rows: those are one group and are counted like the
 * first; only the rest is told apart answer by answer.
 */
function cells(by: readonly Axis[]): string {
  const counted = `select k0, k1, n from (${apart(by, 'single')}) as counted`
  if (singleAnswers(by)) {
    const keys = by.map((axis, at) => answerIn(axis, at))
    const answers = `(select 1 as n${keys.map((key, at) => `, ${key} as c${at}`).join('')} from several
      where unit is not null group by unit, ${keys.join(', ')})`
    return `units as (${distinctUnits}), cells as (${counted} union all ${apart(by, answers)})`
  }
  const c = by.map((_, at) => `c${at}`)
  const alike = `(select count(*) as n${listed(by)} from whole where groups = 1 group by ${c.join(', ')})`
  const mixed = `(select unit${listed(by)} from several where unit in (select unit from whole where groups > 1))`
  return `whole as materialized (
      select unit, count(*) as groups${c.map(column => `, min(${column}) as ${column}`).join('')}
      from several where unit is not null group by unit),
    units as (select unit from whole),
    cells as (${counted} union all ${apart(by, alike)}
      union all select k0, k1, count(*) from (${apart(by, mixed, { kept: 'unit, ', sum: 'null' })}) as mixed group by k0, k1)`
}
