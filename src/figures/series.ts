import type { Actor } from '#access/permission.ts'
import type { Register } from '#register/register.ts'
import { countAt } from './figure.ts'
import type { Figure, FigureQuery } from './figure-shape.ts'
import { FigureProblem } from './problem.ts'
import { inSnapshot } from './snapshot.ts'

/** One indicator year by year. A year nobody reported is null and stays a gap; a year with reports and nothing to count is 0. */
export interface Series {
  readonly indicator: string
  readonly label: string
  readonly definition: string
  readonly unit: string
  readonly accumulation: Figure['accumulation']
  readonly by: Figure['by']
  readonly years: {
    readonly year: string
    readonly base: Figure['base']
    readonly coverage: Figure['coverage']
  }[]
  readonly rows: SeriesRow[]
  /** Passport of the last year; each year's base and coverage stand with the year. */
  readonly caveats: Figure['caveats']
  readonly asOf: string
}

export interface SeriesRow {
  readonly key: string
  readonly label: string
  readonly points: { readonly year: string; readonly n: number | null; readonly share: number | null }[]
}

export interface SeriesQuery extends Omit<FigureQuery, 'year' | 'top'> {
  readonly from: number
  readonly to: number
}

/** The longest series: each year is a figure of its own, with its own base and coverage. */
export const mostYears = 40

/** @throws FigureProblem bad_period, too_many_dimensions */
export async function countSeries(register: Register, actor: Actor, query: SeriesQuery): Promise<Series> {
  const { from, to, ...asked } = query
  if (from > to || to - from >= mostYears)
    throw new FigureProblem('bad_period', `A series has at least one year and at most ${mostYears}.`)
  if (asked.by.length > 1 || asked.by.includes('year'))
    throw new FigureProblem('too_many_dimensions', 'A series has one dimension beside the years.')
  const figures: { year: string; figure: Figure }[] = []
  await inSnapshot(register, actor, async at => {
    for (let year = from; year <= to; year += 1)
      figures.push({ year: String(year), figure: await countAt(at, { ...asked, year }) })
  })
  return seriesOf(figures)
}

/** Pure: figures of the same question in single years, in their order. */
export function seriesOf(figures: readonly { readonly year: string; readonly figure: Figure }[]): Series {
  const last = figures.at(-1)?.figure
  if (!last) throw new FigureProblem('bad_period', 'A series has at least one year.')
  const labels = new Map<string, string>()
  for (const { figure } of figures)
    for (const { key, label } of figure.rows)
      if (typeof key === 'string' && !labels.has(key)) labels.set(key, typeof label === 'string' ? label : key)
  const { indicator, label, definition, unit, accumulation, by, caveats, asOf } = last
  return {
    indicator,
    label,
    definition,
    unit,
    accumulation,
    by,
    years: figures.map(({ year, figure: { base, coverage } }) => ({ year, base, coverage })),
    rows: [...labels].map(([key, text]) => ({
      key,
      label: text,
      points: figures.map(({ year, figure }) => pointOf(year, figure, key)),
    })),
    caveats,
    asOf,
  }
}

function pointOf(year: string, { base, rows }: Figure, key: string): SeriesRow['points'][number] {
  const row = rows.find(each => each.key === key)
  if (row) return { year, n: row.n, share: row.share }
  return base.n === null ? { year, n: null, share: null } : { year, n: 0, share: base.n === 0 ? null : 0 }
}

/** From the lowest to the highest value of a series, with the years in which they were; every year is kept. */
export interface Range {
  readonly min: { readonly year: string; readonly value: number }
  readonly max: { readonly year: string; readonly value: number }
  readonly values: readonly { readonly year: string; readonly value: number }[]
  /** Years without a value. */
  readonly missing: readonly string[]
}

/** Null when no year has a value. The earlier year stands where two are equal. */
export function rangeOf(points: SeriesRow['points'], what: 'n' | 'share'): Range | null {
  const values = points.flatMap(point => (point[what] === null ? [] : [{ year: point.year, value: point[what] }]))
  const [first] = values
  if (!first) return null
  const [min, max] = values.reduce(
    ([low, high], each) => [each.value < low.value ? each : low, each.value > high.value ? each : high],
    [first, first],
  )
  return { min, max, values, missing: points.filter(point => point[what] === null).map(({ year }) => year) }
}

/** The first year in which one value is above another after it was not; `already`: it was so in the first year there is. */
export interface Crossover {
  readonly year: string
  readonly already: boolean
}

/** Null when it never is. Years in which either is not available are passed over. */
export function crossoverOf(above: SeriesRow['points'], below: SeriesRow['points']): Crossover | null {
  let first = true
  let was = true
  for (const point of above) {
    const other = below.find(({ year }) => year === point.year)?.n ?? null
    if (point.n === null || other === null) continue
    const is = point.n > other
    if (is && (first || !was)) return { year: point.year, already: first }
    first = false
    was = is
  }
  return null
}
