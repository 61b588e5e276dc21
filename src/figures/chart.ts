import type { Figure } from './figure-shape.ts'
import { isMissing } from './rows.ts'

/** A figure as plain series for a chart: what to draw and in which order, nothing about how it looks. Pure. */
export interface Mark {
  readonly key: string
  readonly label: string
  readonly n: number | null
  readonly share: number | null
  /** Unknown and the like: drawn apart, never dropped. */
  readonly missing: boolean
}

export type Chart =
  | { readonly kind: 'none' }
  /** A single series over time, oldest first. */
  | { readonly kind: 'line'; readonly unit: string; readonly marks: readonly Mark[] }
  /** Bars, longest first, missing answers last. */
  | { readonly kind: 'bars'; readonly unit: string; readonly marks: readonly Mark[] }
  /** One series a value of the second dimension; all series have the same categories in the same order. */
  | { readonly kind: 'series'; readonly unit: string; readonly time: boolean; readonly series: readonly Series[] }

export interface Series {
  readonly key: string
  readonly label: string
  readonly missing: boolean
  /** `n` null: not available, which is not 0. */
  readonly marks: readonly Mark[]
}

export function chartOf(figure: Figure): Chart {
  const [first, second] = figure.by
  if (!first || figure.rows.length === 0) return { kind: 'none' }
  if (!second) {
    const marks = figure.rows.map(row => mark(String(row.key), String(row.label), row))
    if (first.id === 'year') return { kind: 'line', unit: figure.unit, marks: inTime(marks) }
    return { kind: 'bars', unit: figure.unit, marks }
  }
  const cells = new Map(figure.rows.map(row => [JSON.stringify(row.key), row]))
  const categories = valuesOf(figure, 0)
  const series = valuesOf(figure, 1).map(value => ({
    ...value,
    marks: categories.map(category => {
      const row = cells.get(JSON.stringify([category.key, value.key]))
      return mark(category.key, category.label, row ?? { n: null, share: null })
    }),
  }))
  return { kind: 'series', unit: figure.unit, time: first.id === 'year', series }
}

/** The values of one dimension: by their total, missing ones last; years in their own order. */
function valuesOf(figure: Figure, at: 0 | 1): { key: string; label: string; missing: boolean }[] {
  const totals = new Map<string, { key: string; label: string; missing: boolean; n: number }>()
  for (const row of figure.rows) {
    const key = row.key[at] ?? ''
    const seen = totals.get(key) ?? { key, label: row.label[at] ?? key, missing: isMissing([key]), n: 0 }
    totals.set(key, { ...seen, n: seen.n + (row.n ?? 0) })
  }
  const values = [...totals.values()].sort((a, b) => Number(a.missing) - Number(b.missing) || b.n - a.n)
  return (figure.by[at]?.id === 'year' ? inTime(values) : values).map(({ key, label, missing }) => ({
    key,
    label,
    missing,
  }))
}

const inTime = <T extends { key: string; missing: boolean }>(values: readonly T[]): T[] =>
  values.toSorted((a, b) => Number(a.missing) - Number(b.missing) || Number(a.key) - Number(b.key))

const mark = (key: string, label: string, cell: { n: number | null; share: number | null }): Mark => ({
  key,
  label,
  n: cell.n,
  share: cell.share,
  missing: isMissing([key]),
})
