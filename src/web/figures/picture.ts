import type { Comparison, Figure, Series } from './calls.ts'
import { othersKey, pivotOf } from './pivot-shape.ts'
import { type Heading, isMissing, partsOf, rowIsMissing } from './shape.ts'

/** What to draw of a figure and in which order; nothing about how it looks. Pure. */
export interface Bar {
  readonly key: string
  readonly label: string
  readonly n: number | null
  readonly missing: boolean
}

export interface Tile {
  readonly row: string
  readonly column: string
  /** Null: not available, which is not 0. */
  readonly n: number | null
}

export interface Pair {
  readonly key: string
  readonly label: string
  readonly before: number | null
  readonly after: number | null
  readonly missing: boolean
}

export interface TimePoint {
  readonly time: string
  readonly n: number | null
}

export type Picture =
  | { readonly kind: 'none'; readonly left: 0 }
  | { readonly kind: 'bars'; readonly bars: readonly Bar[]; readonly left: number }
  /** Columns in time; years without a report keep their place and stay empty. */
  | { readonly kind: 'years'; readonly bars: readonly Bar[]; readonly left: 0 }
  | {
      readonly kind: 'stack' | 'heat'
      readonly rows: readonly Heading[]
      readonly series: readonly Heading[]
      readonly tiles: readonly Tile[]
      readonly left: number
    }
  /** Lines that break where a time is not available. `broken`: times before which other offices reported. */
  | {
      readonly kind: 'lines'
      readonly times: readonly string[]
      readonly broken: readonly string[]
      readonly series: readonly (Heading & { readonly points: readonly TimePoint[] })[]
      readonly left: number
    }
  | {
      readonly kind: 'change'
      /** Only then are the two joined by a line. */
      readonly comparable: boolean
      readonly pairs: readonly Pair[]
      readonly earlier: string
      readonly later: string
      readonly left: number
    }

const mostBars = 30
export const mostSeries = 6

type SayValue = (dimension: string, code: string, fallback: string) => string

/** `others`: what is said of the line that `top` left out. */
export function pictureOf(figure: Figure, say: SayValue, others: string): Picture {
  const [first, second] = figure.by
  if (!first || figure.rows.length === 0) return { kind: 'none', left: 0 }
  if (second) return crossPicture(figure, [first, second], say, others)
  const bars = figure.rows.map((row): Bar => {
    const part = partsOf(row)[0] ?? { key: '', label: '' }
    return { key: part.key, label: say(first.id, part.key, part.label), n: row.n, missing: rowIsMissing(row) }
  })
  if (first.id === 'year') return { kind: 'years', bars: inTime(bars), left: 0 }
  const known = bars.filter(bar => !bar.missing)
  const rest: Bar[] = figure.rest ? [{ key: othersKey, label: others, n: figure.rest.n, missing: true }] : []
  const shown = [...known.slice(0, mostBars), ...rest, ...bars.filter(bar => bar.missing)]
  return { kind: 'bars', bars: shown, left: known.length - Math.min(known.length, mostBars) }
}

/** Stacked where the parts make a whole and can be told apart; else a table of tiles with the numbers in them. */
function crossPicture(
  figure: Figure,
  [first, second]: readonly [Figure['by'][number], Figure['by'][number]],
  say: SayValue,
  others: string,
): Picture {
  const pivot = pivotOf(figure)
  const named = (dimension: string, headings: readonly Heading[]) =>
    headings.map(each => ({ ...each, label: each.key === othersKey ? others : say(dimension, each.key, each.label) }))
  const rows = named(first.id, pivot.rows.slice(0, mostBars))
  const columns = named(second.id, pivot.columns)
  const whole = pivot.adds.rows && !first.multiple && columns.filter(each => !each.missing).length <= mostSeries
  const series = whole ? columns : columns.slice(0, 12)
  const tiles = rows.flatMap(row =>
    series.map(column => ({ row: row.key, column: column.key, n: pivot.cell(row.key, column.key).n })),
  )
  const left = pivot.rows.length - rows.length + (columns.length - series.length)
  return { kind: whole ? 'stack' : 'heat', rows, series, tiles, left }
}

/** The largest known values as lines; without a dimension the whole is the one line. */
export function seriesPicture(series: Series, say: SayValue, whole: string): Picture {
  const times = series.times.map(({ time }) => time)
  const broken = series.times.filter(({ unlike }) => unlike.length > 0).map(({ time }) => time)
  const [dimension] = series.by
  if (!dimension) {
    const points = series.times.map(({ time, base }) => ({ time, n: base.n }))
    return { kind: 'lines', times, broken, series: [{ key: '', label: whole, missing: false, points }], left: 0 }
  }
  const lines = largest(series).map(({ key, label, points }) => ({
    key,
    label: say(dimension.id, key, label),
    missing: isMissing(key),
    points,
  }))
  return {
    kind: 'lines',
    times,
    broken,
    series: lines.slice(0, mostSeries),
    left: Math.max(0, series.rows.length - mostSeries),
  }
}

/** Known values by the sum of their numbers, then what is not known. */
export function largest({ rows }: Series): Series['rows'] {
  const sum = (points: readonly TimePoint[]) => points.reduce((total, { n }) => total + (n ?? 0), 0)
  return rows.toSorted((a, b) => Number(isMissing(a.key)) - Number(isMissing(b.key)) || sum(b.points) - sum(a.points))
}

export function changePicture({ before, after, rows, comparable }: Comparison, say: SayValue): Picture {
  const [dimension] = after.by
  if (!dimension || rows.length === 0) return { kind: 'none', left: 0 }
  const pairs = rows.map(({ key, label, before: then, after: now }): Pair => {
    const [code, name] = [typeof key === 'string' ? key : key[0], typeof label === 'string' ? label : label[0]]
    return { key: code, label: say(dimension.id, code, name), before: then, after: now, missing: isMissing(code) }
  })
  const ordered = pairs.toSorted((a, b) => Number(a.missing) - Number(b.missing))
  const shown = ordered.slice(0, mostBars)
  return {
    kind: 'change',
    comparable,
    pairs: shown,
    earlier: before.period.label,
    later: after.period.label,
    left: ordered.length - shown.length,
  }
}

function inTime(bars: readonly Bar[]): Bar[] {
  const known = new Map(bars.filter(bar => !bar.missing).map(bar => [Number(bar.key), bar]))
  const years = [...known.keys()].filter(Number.isInteger)
  const from = Math.min(...years)
  const to = Math.max(...years)
  if (years.length === 0 || to - from > 200) return [...bars]
  const filled = Array.from({ length: to - from + 1 }, (_, at): Bar => {
    const year = from + at
    return known.get(year) ?? { key: String(year), label: String(year), n: null, missing: false }
  })
  return [...filled, ...bars.filter(bar => bar.missing)]
}
