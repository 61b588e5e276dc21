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

export interface Shaping {
  readonly top?: number | undefined
  readonly of?: 'all' | 'known'
  /** By first value its number, where the first of two dimensions is ranked and its values are in several cells. */
  readonly totals?: ReadonlyMap<string, number>
}

export interface Shaped {
  readonly rows: FigureRow[]
  /** What `top` left out: cells of a figure by one dimension, values of the first of two. */
  readonly left: readonly Cell[]
  /** Sum of the shares before `top`. */
  readonly shares: number
}

/**
 * Known values first, by n falling and then by label; equal n, equal rank (1, 2, 2, 4). Cells with a missing part come
 * after, without a rank. `top` keeps ranks up to it and everything missing; by two dimensions it ranks the values of the first,
 * each with all its cells. Where the base is of what is known, a missing row is part of no base and has no share.
 */
export function rowsOf(cells: readonly Cell[], base: number | null, { top, of = 'all', totals }: Shaping = {}): Shaped {
  const known = cells.filter(cell => !isMissing(cell.key)).toSorted((a, b) => b.n - a.n || byLabel(a, b))
  const missing = cells.filter(cell => isMissing(cell.key)).toSorted(missingOrder)
  const rank = ranksOf(known.map(({ n }) => n))
  const all = [
    ...known.map(cell => ({ cell, row: row(cell, base, rank(cell.n)) })),
    ...missing.map(cell => ({ cell, row: row(cell, of === 'known' ? null : base, null) })),
  ]
  const within = totals ? firstsWithin(totals, top) : null
  const kept = ({ cell, row: { rank: own } }: (typeof all)[number]) =>
    top === undefined || (within ? within(cell.key[0] ?? '') : own === null || own <= top)
  return {
    rows: all.filter(kept).map(each => each.row),
    left: all.filter(each => !kept(each)).map(each => each.cell),
    shares: all.reduce((total, each) => total + (each.row.share ?? 0), 0),
  }
}

/** Rank of a number among others: one more than those that are larger. */
function ranksOf(numbers: readonly number[]): (n: number) => number {
  const falling = numbers.toSorted((a, b) => b - a)
  const first = new Map<number, number>()
  for (const [at, n] of falling.entries()) if (!first.has(n)) first.set(n, at + 1)
  return n => first.get(n) ?? falling.length + 1
}

function firstsWithin(totals: ReadonlyMap<string, number>, top: number | undefined): (key: string) => boolean {
  const rank = ranksOf([...totals].filter(([key]) => !isMissing([key])).map(([, n]) => n))
  return key => top === undefined || isMissing([key]) || rank(totals.get(key) ?? 0) <= top
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
