import { isReserved } from '#dictionary/answer.ts'
import type { Figure, FigureRow } from './calls.ts'

/** A figure with two dimensions as rows and columns. Pure. */
export interface Heading {
  readonly key: string
  readonly label: string
  /** Unknown, not asked and the like: shown last and apart, never dropped. */
  readonly missing: boolean
}

export interface Cross {
  readonly rows: readonly Heading[]
  readonly columns: readonly Heading[]
  /** Null where the reply has no such cell: cut off by the ranks asked for, or never reported. It is not 0. */
  cell(row: string, column: string): FigureRow | null
}

export const isMissing = (key: string): boolean => isReserved(key) || key === 'none_recorded'

/** Is any part of the row's key the lack of an answer? */
export const rowIsMissing = ({ key }: FigureRow): boolean => (Array.isArray(key) ? key.some(isMissing) : isMissing(key))

/** Codes and labels of a row as lists, one entry a dimension. */
export const partsOf = ({ key, label }: FigureRow): readonly { key: string; label: string }[] => {
  const keys = Array.isArray(key) ? key : [key]
  const labels = Array.isArray(label) ? label : [label]
  return keys.map((each, at) => ({ key: each, label: labels[at] ?? each }))
}

export function crossOf(figure: Figure): Cross {
  const cells = new Map(figure.rows.map(row => [keyOf(partsOf(row).map(part => part.key)), row]))
  return {
    rows: headings(figure, 0),
    columns: headings(figure, 1),
    cell: (row, column) => cells.get(keyOf([row, column])) ?? null,
  }
}

const keyOf = (parts: readonly string[]): string => parts.join('\n')

/** By their total, largest first; years in their own order; the missing ones last. */
function headings(figure: Figure, at: 0 | 1): Heading[] {
  const found = new Map<string, Heading & { n: number }>()
  for (const row of figure.rows) {
    const part = partsOf(row)[at]
    if (!part) continue
    const before = found.get(part.key)?.n ?? 0
    found.set(part.key, { ...part, missing: isMissing(part.key), n: before + (row.n ?? 0) })
  }
  const inTime = figure.by[at]?.id === 'year'
  return [...found.values()]
    .sort((a, b) => Number(a.missing) - Number(b.missing) || (inTime ? a.key.localeCompare(b.key) : b.n - a.n))
    .map(({ key, label, missing }) => ({ key, label, missing }))
}
