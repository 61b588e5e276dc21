import type { Figure } from './calls.ts'
import { crossOf, type Heading, partsOf, rowIsMissing } from './shape.ts'

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
  /** Null: not available or below the ranks shown, which is not 0. */
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

const mostBars = 30
const mostSeries = 6

type SayValue = (dimension: string, code: string, fallback: string) => string

export function pictureOf(figure: Figure, say: SayValue): Picture {
  const [first, second] = figure.by
  if (!first || figure.rows.length === 0) return { kind: 'none', left: 0 }
  if (second) return crossPicture(figure, first, second, say)
  const bars = figure.rows.map((row): Bar => {
    const part = partsOf(row)[0] ?? { key: '', label: '' }
    return { key: part.key, label: say(first.id, part.key, part.label), n: row.n, missing: rowIsMissing(row) }
  })
  if (first.id === 'year') return { kind: 'years', bars: inTime(bars), left: 0 }
  const known = bars.filter(bar => !bar.missing)
  const shown = [...known.slice(0, mostBars), ...bars.filter(bar => bar.missing)]
  return { kind: 'bars', bars: shown, left: bars.length - shown.length }
}

/** Stacked where the parts make a whole and can be told apart; else a table of tiles with the numbers in them. */
function crossPicture(
  figure: Figure,
  first: Figure['by'][number],
  second: Figure['by'][number],
  say: SayValue,
): Picture {
  const cross = crossOf(figure)
  const named = (dimension: string, headings: readonly Heading[]) =>
    headings.map(each => ({ ...each, label: say(dimension, each.key, each.label) }))
  const rows = named(first.id, cross.rows.slice(0, mostBars))
  const columns = named(second.id, cross.columns)
  const whole = !first.multiple && !second.multiple && columns.filter(each => !each.missing).length <= mostSeries
  const series = whole ? columns : columns.slice(0, 12)
  const tiles = rows.flatMap(row =>
    series.map(column => ({ row: row.key, column: column.key, n: cross.cell(row.key, column.key)?.n ?? null })),
  )
  const left = cross.rows.length - rows.length + (columns.length - series.length)
  return { kind: whole ? 'stack' : 'heat', rows, series, tiles, left }
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
