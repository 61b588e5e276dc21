import type { Answer } from './fact-codes.ts'
import { noMask } from './service-bits.ts'

/**
 * In which columns the rows of one person differ, as bits beside each row of `fact_instance`. The bit of a column follows from its
 * name alone, for good. Two columns may share one: then a person who differs in one of them is told apart in both, which
 * costs time and changes no number.
 */

/** What differs from row to row by its nature has a bit of its own. */
const ownBits: readonly string[] = [
  'case_id', 'office_id', 'slot', 'region', 'route', 'd_services', 'd_age_group', 'd_age_band',
] // biome-ignore format: a list of names
const bits = 62

export function bitOf(column: string): number {
  const own = ownBits.indexOf(column)
  if (own >= 0) return own
  let hash = 7
  for (const letter of column) hash = (hash * 31 + (letter.codePointAt(0) ?? 0)) % 1_000_003
  return ownBits.length + (hash % (bits - ownBits.length))
}

/** Columns that no row knows by itself: they are written when all rows of its person are known, and stay until they are again. */
export const settledColumns: readonly string[] = ['leads', 'varies', 'leads_year', 'varies_year', 'services_first']

/** Set while nobody has looked, and never afterwards: who is asked about by nothing at all is told apart as well. */
export const unsettled = 1n << BigInt(bits)

/**
 * All bits but those of what differs from year to year by its nature. Few persons differ in any of the others: an index finds them (`fact_instance_moved`
 * in secondary-indexes.sql, which has this number).
 */
export const seldom: bigint =
  2n ** 63n -
  1n -
  ['slot', 'd_services', 'd_age_group', 'd_age_band'].reduce((sum, column) => sum + (1n << BigInt(bitOf(column))), 0n)

/** The bits of some columns, as PostgreSQL takes a bigint. A year is known by its slot. */
export const maskOf = (columns: readonly string[]): bigint =>
  columns.reduce((mask, column) => mask | (1n << BigInt(bitOf(column === 'year' ? 'slot' : column))), 0n)

/** Columns that are no answers, but may be asked about. */
const places: readonly string[] = ['case_id', 'office_id', 'slot']

/** Columns whose differences are kept: places, region, route and every dimension. */
export const comparedColumns = (columns: readonly string[]): readonly string[] =>
  columns.filter(
    column => places.includes(column) || column === 'region' || column === 'route' || column.startsWith('d_'),
  )

/** In which columns these rows differ, before their answers are coded: rows of one person, all of them. */
export function differing(columns: readonly string[], rows: readonly (readonly unknown[])[]): bigint {
  const [first, ...others] = rows
  if (first === undefined || others.length === 0) return 0n
  const compared = comparedColumns(columns)
  const moved = compared.filter(column => {
    const at = columns.indexOf(column)
    const answer = wordsOf(first[at])
    return others.some(row => wordsOf(row[at]) !== answer)
  })
  return maskOf(moved)
}

/** Equal for what has one code. */
function wordsOf(value: unknown): string {
  const answer = value as Answer | number
  if (answer === null) return '[]'
  return JSON.stringify(typeof answer === 'object' ? answer : [answer])
}

/** The same as `differing`, as an expression of SQL over the rows of a group. */
export const differingSql = (columns: readonly string[]): string =>
  comparedColumns(columns)
    .map(column => {
      // An id has no smallest one in every version of PostgreSQL.
      const differs = column.endsWith('_id') ? `count(distinct ${column}) > 1` : `min(${column}) <> max(${column})`
      return `(case when ${differs} then ${1n << BigInt(bitOf(column))} else 0 end)::bigint`
    })
    .join(' | ')

/**
 * Rows of one person, all of them, with `settledColumns` filled in: as `settle_counts` leaves them. The arrays are changed.
 */
export function settledRows(columns: readonly string[], rows: readonly unknown[][]): readonly unknown[][] {
  const order = ['slot', 'office_id', 'case_id'].map(column => columns.indexOf(column))
  const inOrder = rows.toSorted((a, b) => {
    for (const at of order) if (a[at] !== b[at]) return (a[at] as string | number) < (b[at] as string | number) ? -1 : 1
    return 0
  })
  const varies = differing(columns, rows)
  const slot = columns.indexOf('slot')
  const years = Map.groupBy(inOrder, row => row[slot])
  const variesIn = new Map([...years].map(([year, own]) => [year, differing(columns, own)]))
  const services = columns.indexOf('services_all')
  const strange = rows.some(row => (row[services] as bigint) < 0n)
  let named = 0n
  for (const [place, row] of inOrder.entries()) {
    const year = row[slot]
    const given = row[services] as bigint
    row[columns.indexOf('leads')] = place === 0
    row[columns.indexOf('varies')] = varies
    row[columns.indexOf('leads_year')] = years.get(year)?.[0] === row
    row[columns.indexOf('varies_year')] = variesIn.get(year) ?? unsettled
    row[columns.indexOf('services_first')] = strange ? noMask : given & ~named
    named |= given
  }
  return rows
}
