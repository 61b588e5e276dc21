import type { Dictionary } from '#dictionary/dictionary.ts'
import type { FactKind } from '#dictionary/dimensions.ts'
import { countDistinct, type Telling } from './count-distinct.ts'
import { countLatest } from './count-latest.ts'
import { bitsOf, sumByBits } from './count-bits.ts'
import { countPersons, type PersonQuery } from './count-persons.ts'
import {
  apart,
  type Asked,
  type Axis,
  type Client,
  type Counted,
  countedOf,
  type Filter,
  named,
  run,
} from './count-text.ts'
import { noAnswer } from './fact-codes.ts'
import { factColumn, factDimensions } from './fact-columns.ts'
import { codesWith } from './learn-codes.ts'
import { sumsOfServices } from './service-sums.ts'

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
        ? { column: 'years_active(from_year, to_year)', kind: 'years' }
        : { column: 'year', kind: 'year' },
    ],
    ['office', { column: 'office_id', kind: 'office' }],
    ['region', { column: 'region', kind: 'code' }],
    ['record_route', { column: 'route', kind: 'code' }],
  ])
  for (const { id, multiple } of factDimensions(dictionary, facts))
    axes.set(id, { column: factColumn(id), kind: multiple ? 'codes' : 'code' })
  return axes
}

/** @throws Error when a dimension has no column: the caller checks names first. */
export async function countFacts(client: Client, dictionary: Dictionary, query: CountQuery): Promise<Counted> {
  const sums = query.measure === 'count' || query.measure === 'usd'
  // Two cores are promised, and rows are handed over cheaply on one machine; groups of a million persons must not spill to disk.
  await client.query(`set local max_parallel_workers_per_gather = 2; set local enable_gathermerge = off; set local parallel_tuple_cost = 0.01;
    set local work_mem = '${sums ? 64 : 256}MB'`)
  const axes = factAxes(dictionary, query.facts)
  const by = query.by.map(id => axisOf(axes, id))
  const asked: Asked = { table: tableOf(query, axes), by, filter: await filterOf(client, axes, query) }
  switch (query.measure) {
    case 'latest':
      return countLatest(client, asked)
    case 'count':
    case 'usd': {
      const bits = query.facts === 'instance' ? await bitsOf(client, dictionary, by) : null
      return bits ? sumByBits(client, bits, asked) : summed(client, asked, query.measure)
    }
    case 'person':
      return query.facts === 'instance'
        ? countPersons(client, dictionary, asked, { ...amongInstances(query, axes), unit: 'person' })
        : countDistinct(client, asked, byKey)
    case 'case':
      return countPersons(client, dictionary, asked, { ...amongInstances(query, axes), unit: 'case' })
    case 'incident':
      return countDistinct(client, among(asked, 'incident <> 0'), { ...byKey, id: 'incident' })
    // Callers are persons too; what a mission counted for its totals is added.
    case 'caller':
      return countDistinct(client, asked, {
        ...byKey,
        counted: 'persons is not null',
        told: 'persons is null',
        n: 'persons',
        came: 'persons',
      })
    default:
      return query.measure satisfies never
  }
}

/** Every row is told apart by its person. */
const byKey: Telling = { id: 'person_key', counted: 'false', told: 'true', n: '0', came: '0' }

/** Columns whose answers a question names. */
function fixedColumns(query: CountQuery, axes: ReadonlyMap<string, Axis>): readonly string[] {
  const ids = [...Object.keys(query.where), ...(query.beyond ? [query.beyond.dimension] : [])]
  return [...ids.map(id => axisOf(axes, id).column), ...(query.offices === null ? [] : ['office_id'])]
}

const amongInstances = (query: CountQuery, axes: ReadonlyMap<string, Axis>): PersonQuery => ({
  by: query.by.map(id => axisOf(axes, id)),
  fixed: fixedColumns(query, axes),
  oneYear: query.where['year']?.length === 1,
})

/** Services are counted from their sums; everything else from its facts. */
function tableOf(query: CountQuery, axes: ReadonlyMap<string, Axis>): string {
  if (query.facts !== 'service' || query.measure !== 'count') return `fact_${query.facts}`
  const columns = [...query.by.map(id => axisOf(axes, id).column), ...fixedColumns(query, axes)]
  return sumsOfServices(columns)
}

const among = (asked: Asked, condition: string): Asked => ({
  ...asked,
  filter: { ...asked.filter, sql: `${asked.filter.sql} and ${condition}` },
})

/** One pass groups by the columns as they are; several answers are taken apart afterwards, on groups instead of rows. */
async function summed(client: Client, { table, by, filter }: Asked, column: 'count' | 'usd'): Promise<Counted> {
  const lines = await run(
    client,
    filter,
    `with g as materialized (
       select route${named(by)}, sum(${column}) as n from ${table} where ${filter.sql}
       group by route${by.map(axis => `, ${axis.column}`).join('')})
     select 'route' as what, route::text as k0, null as k1, sum(n) as n, null as left from g group by route
     ${by.length === 0 ? '' : `union all select 'cell', k0, k1, n, null from (${apart(by, 'g')}) as cells where n > 0`}`,
  )
  const counted = await countedOf(client, by, lines)
  return { ...counted, base: counted.routes.reduce((sum, each) => sum + each.n, 0) }
}

/** Facts that fit everything but have no year. */
export async function countWithoutYear(client: Client, dictionary: Dictionary, query: CountQuery): Promise<number> {
  const axes = factAxes(dictionary, query.facts)
  const dateless: CountQuery = { ...query, measure: 'count', where: { ...query.where, year: ['unknown'] } }
  const filter = await filterOf(client, axes, dateless)
  const sql = `select 'base' as what, sum(count) as n from ${tableOf(dateless, axes)} where ${filter.sql}`
  return Number((await run(client, filter, sql))[0]?.n ?? 0)
}

/** Conditions on codes: those of every answer, or set of answers, that holds a wanted word. */
async function filterOf(client: Client, axes: ReadonlyMap<string, Axis>, query: CountQuery): Promise<Filter> {
  const values: unknown[] = []
  const bind = (value: unknown) => `$${values.push(value)}`
  const where = Object.entries(query.where).map(([id, wanted]) => ({ axis: axisOf(axes, id), wanted }))
  const words = [
    ...where.flatMap(({ axis, wanted }) => (axis.kind === 'code' || axis.kind === 'codes' ? wanted : [])),
    ...(query.beyond?.values ?? []),
  ]
  const known = await codesWith(client, words)
  const parts = where.map(({ axis, wanted }) => {
    const unknown = wanted.includes('unknown')
    switch (axis.kind) {
      case 'year':
        return `(year = any(${bind(numbers(wanted))}::integer[])${unknown ? ' or year is null' : ''})`
      case 'office':
        return `office_id = any(${bind(wanted)}::uuid[])`
      case 'code':
      case 'codes': {
        const codes = known.filter(each => each.words.some(word => wanted.includes(word))).map(({ id }) => id)
        return `${axis.column} = any(${bind(unknown ? [noAnswer, ...codes] : codes)}::integer[])`
      }
      case 'years':
        return `(${axis.column} && ${bind(wanted)}::text[]${unknown ? ` or coalesce(cardinality(${axis.column}), 0) = 0` : ''})`
      default:
        return axis.kind satisfies never
    }
  })
  if (query.beyond) parts.push(beyond(axisOf(axes, query.beyond.dimension), query.beyond.values, { known, bind }))
  if (query.offices !== null) parts.push(`office_id = any(${bind(query.offices)}::uuid[])`)
  return { sql: parts.length === 0 ? 'true' : parts.join(' and '), values }
}

/**
 * Against the few values that are named: a fact is beyond them when its answer, or one answer of its set, is none of them.
 * `known`: the codes that hold any of the values.
 */
function beyond(
  { column, kind }: Axis,
  values: readonly string[],
  { known, bind }: { readonly known: Awaited<ReturnType<typeof codesWith>>; readonly bind: (value: unknown) => string },
): string {
  switch (kind) {
    case 'year':
      return `year <> all(${bind(numbers(values.filter(value => /^\d+$/.test(value))))}::integer[])`
    case 'office':
      return `office_id <> all(${bind(values)}::uuid[])`
    case 'code':
    case 'codes': {
      const within = known.filter(each => each.words.every(word => values.includes(word))).map(({ id }) => id)
      return `${column} <> all(${bind([noAnswer, ...within])}::integer[])`
    }
    case 'years':
      return `not (${column} <@ ${bind(values)}::text[])`
    default:
      return kind satisfies never
  }
}

const numbers = (words: readonly string[]): number[] => words.filter(word => word !== 'unknown').map(Number)

function axisOf(axes: ReadonlyMap<string, Axis>, id: string): Axis {
  const axis = axes.get(id)
  if (!axis) throw new Error(`The facts have no dimension ${id}.`)
  return axis
}
