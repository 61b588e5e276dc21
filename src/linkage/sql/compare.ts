import { columnsOf, type Condition, listsOf } from '../settings/condition.ts'
import type { Comparison } from '../settings/settings.ts'
import type { Dialect } from './dialect.ts'
import { marksName } from './lists.ts'

/**
 * Levels of all comparisons of a pair as one whole number: the pattern. Digit 0 of a comparison is "says nothing",
 * 1 its best level, and so on to "different". Everything after this step works on counts of patterns.
 */
export interface Patterns {
  readonly size: number
  /** The digit of one comparison in a pattern. */
  digit(pattern: number, comparison: number): number
}

const radixOf = (comparison: Comparison): number => comparison.levels.length + 2

/** @throws RangeError when the levels multiply beyond what a double holds exactly. */
export function patternsOf(comparisons: readonly Comparison[]): Patterns {
  const places = placesOf(comparisons)
  const size = comparisons.reduce((product, comparison) => product * radixOf(comparison), 1)
  if (!Number.isSafeInteger(size)) throw new RangeError('Too many comparisons with too many levels.')
  return {
    size,
    digit: (pattern, index) => Math.floor(pattern / (places[index] ?? 1)) % radixOf(comparisons[index] as Comparison),
  }
}

/** The pattern of these digits, in the order of the comparisons. */
export function patternOf(comparisons: readonly Comparison[], digits: readonly number[]): number {
  return placesOf(comparisons).reduce((sum, place, i) => sum + place * (digits[i] ?? 0), 0)
}

function placesOf(comparisons: readonly Comparison[]): number[] {
  let place = 1
  return comparisons.map(comparison => {
    const mine = place
    place *= radixOf(comparison)
    return mine
  })
}

/**
 * Compares pairs: a query that gives l, r, rules and pattern of each row of `pairs` (l, r, rules).
 * Distances are computed once a pair, in an inner query, and never for equal texts: they are nearly all of the cost.
 */
export function compareSql(
  d: Dialect,
  comparisons: readonly Comparison[],
  pairs: string,
  tables: { readonly left: string; readonly right: string } = { left: 'record', right: 'record' },
): string {
  const measures = new Measures(d)
  const places = placesOf(comparisons)
  const digits = comparisons.map(
    (comparison, i) => `${digitSql(measures, comparison)} * CAST(${places[i]} AS ${d.types.big})`,
  )
  const columns = [...new Set([...comparisons.flatMap(readBy), ...comparisons.flatMap(marksReadBy)])]
  const sides = columns.flatMap(column => [
    `a.${d.quote(column)} AS ${d.quote(`${column}_l`)}`,
    `b.${d.quote(column)} AS ${d.quote(`${column}_r`)}`,
  ])
  return `SELECT l, r, rules, ${digits.join(' + ')} AS pattern
FROM (
  SELECT l, r, rules, ${columns.flatMap(column => [d.quote(`${column}_l`), d.quote(`${column}_r`)]).join(', ')}${measures.columns()}
  FROM (
    SELECT p.l, p.r, p.rules, ${sides.join(', ')}
    FROM ${pairs} AS p
    JOIN ${tables.left} AS a ON a.${d.quote('row')} = p.l
    JOIN ${tables.right} AS b ON b.${d.quote('row')} = p.r
  ) AS sides
) AS measured`
}

/** Columns that a comparison reads. */
export const readBy = (comparison: Comparison): string[] => [
  ...new Set([
    ...comparison.of,
    ...(comparison.neutral ? columnsOf(comparison.neutral) : []),
    ...comparison.levels.flatMap(level => columnsOf(level.when)),
  ]),
]

/** Numbers beside the lists whose items a comparison compares. */
export const marksReadBy = (comparison: Comparison): string[] => [
  ...new Set(
    [...(comparison.neutral ? [comparison.neutral] : []), ...comparison.levels.map(level => level.when)]
      .flatMap(listsOf)
      .map(marksName),
  ),
]

function digitSql(measures: Measures, comparison: Comparison): string {
  const { left, right } = measures
  const missing = comparison.of.map(column => `${left(column)} IS NULL OR ${right(column)} IS NULL`).join(' OR ')
  const neutral = comparison.neutral ? ` WHEN ${measures.condition(comparison.neutral)} THEN 0` : ''
  const levels = comparison.levels.map((level, i) => ` WHEN ${measures.condition(level.when)} THEN ${i + 1}`)
  return `(CASE WHEN ${missing} THEN 0${neutral}${levels.join('')} ELSE ${comparison.levels.length + 1} END)`
}

/** Conditions as SQL, and the distances they ask for, each once. */
class Measures {
  readonly #found = new Map<string, string>()
  readonly #d: Dialect

  constructor(d: Dialect) {
    this.#d = d
  }

  readonly left = (column: string): string => this.#d.quote(`${column}_l`)
  readonly right = (column: string): string => this.#d.quote(`${column}_r`)

  /** Of the inner query: one column a distance. */
  columns(): string {
    return [...this.#found].map(([expression, name]) => `,\n    ${expression} AS ${name}`).join('')
  }

  condition(condition: Condition): string {
    const { left, right } = this
    if ('all' in condition) return `(${condition.all.map(each => this.condition(each)).join(' AND ')})`
    if ('any' in condition) return `(${condition.any.map(each => this.condition(each)).join(' OR ')})`
    if ('equal' in condition)
      return `(${columnsOf(condition)
        .map(column => `${left(column)} = ${right(column)}`)
        .join(' AND ')})`
    if ('crossed' in condition) {
      const [a, b] = condition.crossed
      return `(${left(a)} = ${right(b)} AND ${left(b)} = ${right(a)})`
    }
    if ('similar' in condition) return `${this.#similarity(condition.similar)} >= ${condition.atLeast}`
    if ('distance' in condition) return `${this.#distance(condition.distance, condition.by)} <= ${condition.atMost}`
    if ('near' in condition) return `abs(${left(condition.near)} - ${right(condition.near)}) <= ${condition.within}`
    if ('share' in condition) {
      const [a, b] = [left(condition.share), right(condition.share)]
      const marks = marksName(condition.share)
      const share = condition.atLeast === 1 ? this.#d.overlap(a, b) : `${this.#d.shared(a, b)} >= ${condition.atLeast}`
      return `((${left(marks)} & ${right(marks)}) <> 0 AND ${share})`
    }
    const value = this.#d.text(condition.is)
    return `(${left(condition.either)} = ${value} OR ${right(condition.either)} = ${value})`
  }

  #similarity(column: string): string {
    return this.#measure(column, '1.0', this.#d.jaroWinkler(this.left(column), this.right(column)))
  }

  #distance(column: string, by: 'levenshtein' | 'damerau' | 'digits'): string {
    const [a, b] = [this.left(column), this.right(column)]
    if (by === 'digits') {
      const same = `length(${a}) = length(${b})`
      return this.#measure(column, '0', `CASE WHEN ${same} THEN ${this.#d.hamming(a, b)} ELSE 99 END`)
    }
    return this.#measure(column, '0', by === 'damerau' ? this.#d.damerau(a, b) : this.#d.levenshtein(a, b))
  }

  #measure(column: string, equal: string, otherwise: string): string {
    const [a, b] = [this.left(column), this.right(column)]
    const expression = `CASE WHEN ${a} = ${b} THEN ${equal} WHEN ${a} IS NULL OR ${b} IS NULL THEN NULL ELSE ${otherwise} END`
    const name = this.#found.get(expression) ?? `measure_${this.#found.size}`
    this.#found.set(expression, name)
    return name
  }
}
