import pg from 'pg'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { FactKind } from '#dictionary/dimensions.ts'
import { countLatest } from './count-latest.ts'
import {
  answer,
  answers,
  apart,
  type Asked,
  type Axis,
  type Client,
  type Counted,
  type Filter,
  keyOf,
  keys,
  merged,
  run,
} from './count-text.ts'
import { factColumn, factDimensions } from './fact-columns.ts'

export type { Counted } from './count-text.ts'

/**
 * Counting over the fact tables. Identifiers come from the closed map `factAxes` only, values are parameters, and the
 * client must already be the role waymark_figures (see `inCount`): nothing but coded facts can be read here.
 */

export interface CountQuery {
  readonly facts: FactKind
  /**
   * Sum of the column count, or of usd; distinct persons, cases or events; callers: distinct persons and those counted in
   * totals; latest: of each series the last number that fits.
   */
  readonly measure: 'count' | 'usd' | 'person' | 'case' | 'incident' | 'caller' | 'latest'
  /** Ids of at most two dimensions. */
  readonly by: readonly string[]
  /** Dimension -> values, any of which may hold; offices by id; `unknown` also stands for an empty column. */
  readonly where: Readonly<Record<string, readonly string[]>>
  /** Ids of the offices that may be counted; null: all. */
  readonly offices: readonly string[] | null
  /** Only what has a value of this dimension beyond these; offices by id. What has none has none beyond. */
  readonly beyond?: { readonly dimension: string; readonly values: readonly string[] }
}

/** Dimension id -> column, for every dimension of the dictionary that the table has. */
export function factAxes(dictionary: Dictionary, facts: FactKind): ReadonlyMap<string, Axis> {
  const axes = new Map<string, Axis>([
    // A project runs in several years, which follow from its beginning and its end.
    [
      'year',
      facts === 'project'
        ? { column: 'years_active(from_year, to_year)', kind: 'texts' }
        : { column: 'year', kind: 'year' },
    ],
    ['office', { column: 'office_id', kind: 'office' }],
    ['region', { column: 'region', kind: 'text' }],
    ['record_route', { column: 'route', kind: 'text' }],
  ])
  for (const { id, multiple } of factDimensions(dictionary, facts)) {
    axes.set(id, { column: pg.escapeIdentifier(factColumn(id)), kind: multiple ? 'texts' : 'text' })
  }
  return axes
}

/** @throws Error when a dimension has no column: the caller checks names first. */
export async function countFacts(client: Client, dictionary: Dictionary, query: CountQuery): Promise<Counted> {
  const sums = query.measure === 'count' || query.measure === 'usd'
  // Two cores are promised; groups of a million persons must not spill to disk.
  await client.query(`set local max_parallel_workers_per_gather = 2; set local enable_gathermerge = off;
    set local work_mem = '${sums ? 64 : 256}MB'`)
  if (query.measure === 'latest') return countLatest(client, askedOf(dictionary, query))
  return sums ? additive(client, dictionary, query) : distinct(client, dictionary, query)
}

const askedOf = (dictionary: Dictionary, query: CountQuery): Asked => {
  const axes = factAxes(dictionary, query.facts)
  return { table: `fact_${query.facts}`, by: query.by.map(id => axisOf(axes, id)), filter: filterOf(axes, query) }
}

type Cells = Counted['cells']

async function additive(client: Client, dictionary: Dictionary, query: CountQuery): Promise<Counted> {
  const { routes, cells } = await summed(client, askedOf(dictionary, query), query.measure === 'usd' ? 'usd' : 'count')
  return { base: routes.reduce((sum, each) => sum + each.n, 0), routes, cells }
}

/** One pass groups by the columns as they are; several answers are taken apart afterwards, on groups instead of rows. */
async function summed(
  client: Client,
  { table, by, filter }: Asked,
  column: 'count' | 'usd',
): Promise<{ routes: { route: string; n: number; left: number }[]; cells: Cells }> {
  const rows = await run<{ route: string | null; k0: string | null; k1: string | null; n: number }>(
    client,
    `with g as materialized (
       select route, ${by.map((axis, at) => `${axis.column} as c${at}, `).join('')}sum(${column}) as n
       from ${table} where ${filter.sql} group by route${by.map(axis => `, ${axis.column}`).join('')})
     select route, null as k0, null as k1, sum(n) as n from g group by route
     ${by.length === 0 ? '' : `union all select null, ${keys(by)}, sum(n) from g ${apart(by)} group by 2, 3 having sum(n) > 0`}`,
    filter.values,
  )
  const routes = rows.flatMap(({ route, n }) => (route === null ? [] : [{ route, n: Number(n), left: 0 }]))
  const cells = rows.flatMap(row => (row.route === null ? [{ key: keyOf(by, row), n: Number(row.n) }] : []))
  return { routes, cells: merged(cells) }
}

async function distinct(client: Client, dictionary: Dictionary, query: CountQuery): Promise<Counted> {
  const asked = askedOf(dictionary, query)
  if (query.measure === 'case')
    return told(client, asked, { id: 'case_id', has: `route <> 'counted_total'`, only: 'true' })
  if (query.measure === 'incident')
    return told(client, asked, { id: 'incident_id', has: 'true', only: 'incident_id is not null' })
  // Callers are persons too; what a mission counted for its totals is added.
  return query.measure === 'caller'
    ? persons(client, asked, { counted: 'persons is not null', n: 'persons' })
    : persons(client, asked, { counted: 'alone', n: 'count' })
}

/**
 * Distinct persons, in one parallel pass. Rows that are a known number of persons (`counted`: whoever stands in one row
 * alone, a total) are summed. The others are grouped by person and answers: most have given the same answers in each of
 * their rows and are one group, counted like the first; only those with several groups are told apart answer by answer.
 */
async function persons(
  client: Client,
  { table, by, filter }: Asked,
  { counted, n }: { readonly counted: string; readonly n: 'count' | 'persons' },
): Promise<Counted> {
  const read = by.map((axis, at) => `${axis.kind === 'office' ? `${axis.column}::text` : axis.column} as c${at}`)
  const named = by.map((axis, at): Axis => ({ kind: axis.kind === 'office' ? 'text' : axis.kind, column: `c${at}` }))
  const c = named.map(axis => axis.column)
  const list = (parts: readonly string[]) => parts.map(part => `, ${part}`).join('')
  const lateral = named.map((axis, at) =>
    axis.kind === 'texts' ? `cross join lateral ${answers(axis.column)} u${at}(v)` : '',
  )
  const cells =
    by.length === 0
      ? ''
      : `union all select 'cell', ${keys(named)}, sum(n), null from (
           select n${list(c)} from g where counted union all select 1${list(c)} from p where groups = 1) as g ${apart(named)}
         group by 2, 3 having sum(n) > 0
         union all select 'cell', k0, ${by[1] ? 'k1' : 'null'}, count(*), null from (
           select id${list(named.map((axis, at) => `${answer(axis, at)} as k${at}`))} from g ${lateral.join(' ')}
           where id in (select id from p where groups > 1) group by 1${list(c.map((_, at) => String(at + 2)))}) as several
         group by 2, 3`
  const rows = await run<{ what: string; k0: string | null; k1: string | null; n: number; left: number | null }>(
    client,
    `with g as materialized (
       select coalesce(${counted}, false) as counted, route, case when ${counted} then null else person_key end as id${list(read)},
         sum(${n}) as n, sum(count) as units
       from ${table} where ${filter.sql} group by 1, 2, 3${list(c.map((_, at) => String(at + 4)))}),
     p as materialized (
       select id, count(*) as groups${list(c.map(column => `min(${column}) as ${column}`))} from g where id is not null group by id)
     select 'route' as what, route as k0, null as k1, sum(case when counted then n else units end) as n,
       sum(units) filter (where not counted and id is null) as left from g group by route
     union all select 'base', null, null, coalesce((select sum(n) from g where counted), 0) + (select count(*) from p), null
     ${cells}`,
    filter.values,
  )
  const of = (what: string) => rows.filter(row => row.what === what)
  return {
    base: Number(of('base')[0]?.n ?? 0),
    routes: of('route').map(row => ({ route: row.k0 ?? '', n: Number(row.n), left: Number(row.left ?? 0) })),
    cells: merged(of('cell').map(row => ({ key: keyOf(by, row), n: Number(row.n) }))),
  }
}

/** Units told apart by an id, among the rows of `only`; the rows are read once. */
async function told(
  client: Client,
  { table, by, filter }: Asked,
  unit: { readonly id: string; readonly has: string; readonly only: string },
): Promise<Counted> {
  const columns = by.map((axis, at) => `, ${axis.column} as c${at}`).join('')
  const named = by.map((axis, at): Axis => ({ ...axis, column: `c${at}` }))
  const lateral = named.map((axis, at) =>
    axis.kind === 'texts' ? `cross join lateral ${answers(axis.column)} u${at}(v)` : '',
  )
  const rows = await run<{
    what: 'route' | 'base' | 'cell'
    k0: string | null
    k1: string | null
    n: number
    left: number | null
  }>(
    client,
    `with f as materialized (
       select route, count, ${unit.id} as id, ${unit.has} as has${columns} from ${table} where ${filter.sql} and ${unit.only})
     select 'route' as what, route as k0, null as k1, sum(count) as n, sum(count) filter (where not has) as left from f group by route
     union all select 'base', null, null, count(*), null from (select id from f where has group by id) b
     ${
       by.length === 0
         ? ''
         : `union all select 'cell', k0, ${by[1] ? 'k1' : 'null'}, count(*), null from (
       select id, ${named.map((axis, at) => `${answer(axis, at)} as k${at}`).join(', ')} from f ${lateral.join(' ')}
       where has group by 1${by.map((_, at) => `, ${at + 2}`).join('')}) u group by 2, 3`
     }`,
    filter.values,
  )
  const of = (what: string) => rows.filter(row => row.what === what)
  return {
    base: Number(of('base')[0]?.n ?? 0),
    routes: of('route').map(row => ({ route: row.k0 ?? '', n: Number(row.n), left: Number(row.left ?? 0) })),
    cells: of('cell').map(row => ({ key: keyOf(by, row), n: Number(row.n) })),
  }
}

/** Facts that fit everything but have no year. */
export async function countWithoutYear(client: Client, dictionary: Dictionary, query: CountQuery): Promise<number> {
  const filter = filterOf(factAxes(dictionary, query.facts), { ...query, where: { ...query.where, year: ['unknown'] } })
  const rows = await run<{ n: number | null }>(
    client,
    `select sum(count) as n from fact_${query.facts} where ${filter.sql}`,
    filter.values,
  )
  return Number(rows[0]?.n ?? 0)
}

function filterOf(axes: ReadonlyMap<string, Axis>, query: CountQuery): Filter {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const parts = Object.entries(query.where).map(([id, wanted]) => {
    const axis = axisOf(axes, id)
    const empty = wanted.includes('unknown') ? emptyOf(axis) : 'false'
    switch (axis.kind) {
      case 'year':
        return `(year = any(${bind(numbers(wanted))}::int[]) or ${empty})`
      case 'office':
        return `office_id = any(${bind(wanted)}::uuid[])`
      case 'text':
        return `(${axis.column} = any(${bind(wanted)}::text[]) or ${empty})`
      case 'texts':
        return `(${axis.column} && ${bind(wanted)}::text[] or ${empty})`
      default:
        return axis.kind satisfies never
    }
  })
  if (query.beyond) parts.push(beyond(axisOf(axes, query.beyond.dimension), query.beyond.values, bind))
  if (query.offices !== null) parts.push(`office_id = any(${bind(query.offices)}::uuid[])`)
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values }
}

/** Against the few values that are named: against the many that are not, each row would be compared with all of them. */
function beyond({ column, kind }: Axis, values: readonly string[], bind: (value: unknown) => string): string {
  switch (kind) {
    case 'year':
      return `year <> all(${bind(numbers(values.filter(value => /^\d+$/.test(value))))}::int[])`
    case 'office':
      return `office_id <> all(${bind(values)}::uuid[])`
    case 'text':
      return `${column} <> all(${bind(values)}::text[])`
    case 'texts':
      return `not (${column} <@ ${bind(values)}::text[])`
    default:
      return kind satisfies never
  }
}

const emptyOf = (axis: Axis): string =>
  axis.kind === 'texts' ? `coalesce(cardinality(${axis.column}), 0) = 0` : `${axis.column} is null`

const numbers = (words: readonly string[]): number[] => words.filter(word => word !== 'unknown').map(Number)

function axisOf(axes: ReadonlyMap<string, Axis>, id: string): Axis {
  const axis = axes.get(id)
  if (!axis) throw new Error(`The facts have no dimension ${id}.`)
  return axis
}
