import type { FigureRow } from './figure-shape.ts'

/** From counted cells to the rows of a table: shares, ranks, order, top. Pure. */
export interface Cell {
  readonly key: readonly string[]
  readonly label: readonly string[]
  readonly n: number
}

/** Not answers but the lack of one; in the order in which they stand below the known values. */
export const missingKeys: readonly string[] = [
  'none_recorded',
  'not_applicable',
  'not_asked',
  'did_not_say',
  'redacted',
  'unknown',
]

export const isMissing = (key: readonly string[]): boolean => key.some(part => missingKeys.includes(part))

/** Whole percent, half up, in integers: 5 of 8 is 63. Null where there is no base. */
export function shareOf(n: number, base: number | null): number | null {
  if (base === null || base === 0) return null
  return Number((200n * BigInt(n) + BigInt(base)) / (2n * BigInt(base)))
}

/**
 * Known values first, by n falling and then by label; equal n, equal rank (1, 2, 2, 4). Cells with a missing part come
 * after, without a rank. `top` keeps ranks up to it and every missing row; what it left out is told in `rest`. Where the base
 * is of what is known, a missing row is part of no base and has no share.
 */
export function rowsOf(
  cells: readonly Cell[],
  base: number | null,
  { top, of = 'all' }: { readonly top?: number | undefined; readonly of?: 'all' | 'known' } = {},
): { rows: FigureRow[]; rest: { rows: number; n: number } | null; shares: number } {
  const known = cells.filter(cell => !isMissing(cell.key)).toSorted((a, b) => b.n - a.n || byLabel(a, b))
  const missing = cells.filter(cell => isMissing(cell.key)).toSorted(missingOrder)
  let rank = 0
  const ranked = known.map((cell, at) => {
    if (known[at - 1]?.n !== cell.n) rank = at + 1
    return row(cell, base, rank)
  })
  const all = [...ranked, ...missing.map(cell => row(cell, of === 'known' ? null : base, null))]
  const kept = top === undefined ? all : all.filter(each => each.rank === null || each.rank <= top)
  const left = all.length - kept.length
  const sum = (rows: readonly FigureRow[]) => rows.reduce((total, each) => total + (each.n ?? 0), 0)
  return {
    rows: kept,
    rest: left === 0 ? null : { rows: left, n: sum(all) - sum(kept) },
    shares: all.reduce((total, each) => total + (each.share ?? 0), 0),
  }
}

function row(cell: Cell, base: number | null, rank: number | null): FigureRow {
  return { key: single(cell.key), label: single(cell.label), n: cell.n, share: shareOf(cell.n, base), rank }
}

function single(parts: readonly string[]): string | [string, string] {
  const [first = '', second] = parts
  return second === undefined ? first : [first, second]
}

function missingOrder(a: Cell, b: Cell): number {
  const place = (cell: Cell) => Math.max(...cell.key.map(part => missingKeys.indexOf(part)))
  if (a.key.length === 1) return place(a) - place(b)
  return b.n - a.n || byLabel(a, b)
}

const collator = new Intl.Collator('en')

function byLabel(a: Cell, b: Cell): number {
  for (const [at, label] of a.label.entries()) {
    const order = collator.compare(label, b.label[at] ?? '')
    if (order !== 0) return order
  }
  return a.key.join(' ') < b.key.join(' ') ? -1 : 1
}
