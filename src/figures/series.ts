import type { Actor } from '#access/permission.ts'
import type { Register } from '#register/register.ts'
import { alikeIn, waysOfYears } from './alike.ts'
import { countAt } from './figure.ts'
import type { Figure, FigureQuery } from './figure-shape.ts'
import { countMonths, type Timed } from './months.ts'
import { FigureProblem } from './problem.ts'
import { inSnapshot } from './snapshot.ts'

/** One indicator over time. A time nobody reported is null and stays a gap; one with reports and nothing to count is 0. */
export interface Series {
  readonly indicator: string
  readonly label: string
  readonly definition: string
  readonly unit: string
  readonly accumulation: Figure['accumulation']
  readonly period: Figure['period']
  /** Without the years. */
  readonly where: Figure['where']
  readonly by: Figure['by']
  readonly step: 'year' | 'month'
  readonly times: {
    /** `2011` or `2011-05` */
    readonly time: string
    readonly base: Figure['base']
    /** Of the year. */
    readonly coverage: Figure['coverage']
    /** Offices by code that reported otherwise at the time before that has a number: the line breaks there. */
    readonly unlike: string[]
  }[]
  readonly rows: SeriesRow[]
  /** Each sentence once; of one that several years say with other numbers, that of the last. */
  readonly not_available: Figure['not_available']
  readonly caveats: Figure['caveats']
  readonly asOf: string
}

export interface SeriesRow {
  readonly key: string
  readonly label: string
  readonly points: { readonly time: string; readonly n: number | null; readonly share: number | null }[]
}

export interface SeriesQuery extends Omit<FigureQuery, 'year' | 'top'> {
  readonly from: number
  readonly to: number
  readonly step?: 'year' | 'month' | undefined
}

/** The longest series: each year is a figure of its own, with its own base and coverage. */
export const mostYears = 40

/** @throws FigureProblem bad_period, too_many_dimensions */
export async function countSeries(register: Register, actor: Actor, query: SeriesQuery): Promise<Series> {
  const { from, to, step = 'year', ...asked } = query
  if (from > to || to - from >= mostYears)
    throw new FigureProblem('bad_period', `A series has at least one year and at most ${mostYears}.`)
  if (asked.by.length > 1 || asked.by.includes('year') || asked.by.includes('month'))
    throw new FigureProblem('too_many_dimensions', 'A series has one dimension beside its time.')
  if (asked.where['year'] || asked.where['month'])
    throw new FigureProblem('year_twice', 'The time is given twice; give it as the ends of the series.')
  const years = Array.from({ length: to - from + 1 }, (_, at) => from + at)
  const { figures, ways } = await inSnapshot(register, actor, async at => {
    const timed: Timed[] = []
    for (const year of years)
      if (step === 'month') timed.push(...(await countMonths(at, asked, year)))
      else timed.push({ time: String(year), figure: await countAt(at, { ...asked, year }) })
    return { figures: timed, ways: await waysOfYears(at, asked, years) }
  })
  if (figures.length === 0) throw new FigureProblem('bad_period', 'No month of this time has begun.')
  return seriesOf(figures, {
    step,
    // Between two months of one year nobody knows whether other offices reported.
    unlike: (before, time) => {
      const [then, now] = [before, time].map(each => ways?.get(Number(each.slice(0, 4))))
      return then && now ? alikeIn(then, now).unlike : []
    },
  })
}

interface Told {
  readonly step?: Series['step']
  /** Offices by code that reported otherwise at the one time than at the other. */
  readonly unlike?: (before: string, time: string) => string[]
}

/** Pure: figures of the same question at single times, in their order. */
export function seriesOf(figures: readonly Timed[], { step = 'year', unlike = () => [] }: Told = {}): Series {
  const [first, last] = [figures[0], figures.at(-1)]
  if (!first || !last) throw new FigureProblem('bad_period', 'A series has at least one year.')
  const labels = new Map<string, string>()
  for (const { figure } of figures)
    for (const { key, label } of figure.rows)
      if (typeof key === 'string' && !labels.has(key)) labels.set(key, typeof label === 'string' ? label : key)
  const { indicator, label, definition, unit, accumulation, by, asOf } = last.figure
  const { year: _, ...where } = last.figure.where
  const known = (at: number) => figures.slice(0, at).findLast(({ figure }) => figure.base.n !== null)
  return {
    indicator,
    label,
    definition,
    unit,
    accumulation,
    period: {
      label: first.time === last.time ? first.time : `${first.time} – ${last.time}`,
      from: first.figure.period.from,
      to: last.figure.period.to,
    },
    where,
    by,
    step,
    times: figures.map(({ time, figure: { base, coverage } }, at) => {
      const before = known(at)
      return { time, base, coverage, unlike: before && base.n !== null ? unlike(before.time, time) : [] }
    }),
    rows: [...labels].map(([key, text]) => ({
      key,
      label: text,
      points: figures.map(({ time, figure }) => pointOf(time, figure, key)),
    })),
    not_available: once(figures.map(({ figure }) => figure.not_available)),
    caveats: once(figures.map(({ figure }) => figure.caveats)),
    asOf,
  }
}

const once = <T extends { readonly code: string }>(said: readonly (readonly T[])[]): T[] => [
  ...new Map(said.flat().map(each => [each.code, each])).values(),
]

function pointOf(time: string, { base, rows }: Figure, key: string): SeriesRow['points'][number] {
  const row = rows.find(each => each.key === key)
  if (row) return { time, n: row.n, share: row.share }
  return base.n === null ? { time, n: null, share: null } : { time, n: 0, share: base.n === 0 ? null : 0 }
}
