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
} from './count-text.ts'

/** How units are told apart. */
export interface Telling {
  /** What a unit is known by; null where nobody can say: those rows are left out, and told. */
  readonly id: string
  /** Rows that are a known number of units by themselves. */
  readonly counted: string
  /** All other rows: they are told apart by `id`. */
  readonly told: string
  /** Of the rows that are counted, how many units each is; and how many in the cells of its answers, if not as many. */
  readonly n: string
  readonly inCells?: string
  /** Of the same rows, what each adds to the way it came by: a person who is counted once may have come by two. */
  readonly came: string
  /**
   * A column that lists, of the rows that are counted, which answers to the dimension at this place an earlier row of the same unit has
   * given: then every row is counted, and these are taken off again.
   */
  readonly again?: { readonly column: string; readonly at: number }
}

/**
 * Distinct units. Rows that are a known number of units by themselves (the leading row of a person, a total) are summed in parallel.
 * The others are told apart.
 */
export async function countDistinct(
  client: Client,
  { table, by, filter }: Asked,
  { id, counted, told, n, inCells = n, came, again }: Telling,
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
       select route${named(read)}, sum(${inCells}) as n, sum(${n}) as base, sum(${came}) as units
       from ${table} where ${filter.sql} and ${counted} group by ${['route', ...c].join(', ')}),
     several as materialized (
       select ${id} as unit, route${named(read)}, sum(count) as units
       from ${table} where ${filter.sql} and ${told} group by ${['1', 'route', ...c].join(', ')}),
     ${
       again === undefined
         ? ''
         : `repeated as materialized (
       select sum(-1) as n${named(by.map((axis, at) => (at === again.at ? { ...axis, column: 'repeat' } : axis)))}
       from ${table} cross join lateral unnest(${again.column}) as repeat
       where ${filter.sql} and ${counted} and ${again.column} is not null group by ${c.join(', ')}),`
     }
     ${by.length === 0 ? `units as (${distinctUnits})` : cells(read, again?.at)}
     select 'route' as what, route::text as k0, null as k1, sum(n) as n, sum(lost) as left from (
       select route, units as n, 0 as lost from single
       union all select route, units, case when unit is null then units else 0 end from several) as routes group by route
     union all select 'base', null, null, coalesce((select sum(base) from single), 0) + (select count(*) from units), null
     ${by.length === 0 ? '' : "union all select 'cell', k0, k1, n, null from cells where n <> 0"}`,
  )
  return merged(await countedOf(client, by, lines))
}

const distinctUnits = 'select unit from several where unit is not null group by unit'

/**
 * The distinct units and all cells, as parts of a statement. With one answer to each dimension a unit and its answers are one
 * cell. With several, most units have given the same in each of their rows: those are one group and are counted like the
 * first; only the rest is told apart answer by answer.
 */
function cells(by: readonly Axis[], again: number | undefined): string {
  // What is taken off is one answer each.
  const single = by.map((axis, at) => (at === again ? { ...axis, kind: 'code' as const } : axis))
  const off = again === undefined ? '' : ` union all select k0, k1, n from (${apart(single, 'repeated')}) as off`
  const counted = `select k0, k1, n from (${apart(by, 'single')}) as counted${off}`
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

/** Those who were counted as rows, those who were told apart and those taken off again are parts of one cell. */
function merged(counted: Counted): Counted {
  const found = new Map<string, { key: string[]; n: number }>()
  for (const { key, n } of counted.cells) {
    const id = JSON.stringify(key)
    found.set(id, { key, n: n + (found.get(id)?.n ?? 0) })
  }
  return { ...counted, cells: [...found.values()].filter(({ n }) => n > 0) }
}
