import type { Dimension } from '#dictionary/dimensions.ts'
import { addsAlong } from './dimension.ts'
import type { Rest } from './figure-shape.ts'
import type { Question } from './query.ts'
import { type Cell, missingKeys, shareOf } from './rows.ts'

/** Counts the same indicator again, by other dimensions; `beyond`: only what has a value of the first beyond these. */
export type Ask = (
  by: readonly Dimension[],
  beyond?: readonly string[],
) => Promise<{ readonly base: number; readonly cells: readonly Pick<Cell, 'key' | 'n'>[] }>

/** By two dimensions `top` ranks the values of the first. Their numbers: added where they may be, else counted. */
export async function totalsByFirst(
  { by, top, indicator }: Question,
  cells: readonly Cell[],
  ask: Ask,
): Promise<{ readonly totals?: ReadonlyMap<string, number> }> {
  const [first, second] = by
  if (!first || !second || top === undefined) return {}
  if (!addsAlong(indicator, second)) {
    const counted = await ask([first])
    return { totals: new Map(counted.cells.map(({ key: [value = ''], n }) => [value, n])) }
  }
  const totals = new Map<string, number>()
  for (const {
    key: [value = ''],
    n,
  } of cells)
    totals.set(value, (totals.get(value) ?? 0) + n)
  return { totals }
}

/**
 * What `top` left out, as one line. Where values exclude each other it is their sum. Where one unit may have several it is
 * counted: whoever has at least one value beyond those that are shown.
 */
export async function others(
  { by, indicator }: Question,
  o: {
    readonly cells: readonly Cell[]
    readonly cut: readonly Cell[]
    readonly base: number | null
    readonly ask: Ask
  },
): Promise<Rest | null> {
  const [first, second] = by
  if (!first || o.cut.length === 0) return null
  const left = new Set(o.cut.map(({ key }) => key[0] ?? ''))
  const shown = [...new Set(o.cells.map(({ key }) => key[0] ?? ''))].filter(value => !left.has(value))
  const line = (n: number) => ({ n, share: shareOf(n, o.base) })
  const counted = (of: readonly Dimension[]) => o.ask(of, [...shown, ...missingKeys])
  const rows = left.size
  if (!addsAlong(indicator, first)) {
    const found = await counted(second ? [second] : [])
    const cells = second ? found.cells.map(({ key: [value = ''], n }) => ({ key: value, ...line(n) })) : []
    return { rows, ...line(found.base), cells: cells.toSorted(byNumber) }
  }
  const columns = new Map<string, number>()
  for (const { key, n } of o.cut) columns.set(key[1] ?? '', (columns.get(key[1] ?? '') ?? 0) + n)
  const cells = second ? [...columns].map(([key, n]) => ({ key, ...line(n) })) : []
  const adds = !second || addsAlong(indicator, second)
  return { rows, ...line(adds ? sum(o.cut) : (await counted([])).base), cells: cells.toSorted(byNumber) }
}

const sum = (cells: readonly Cell[]): number => cells.reduce((total, { n }) => total + n, 0)

/** The largest first, as rows stand; equal ones by their key, so that the database's order never shows. */
const byNumber = (
  a: { readonly key: string; readonly n: number },
  b: { readonly key: string; readonly n: number },
): number => b.n - a.n || (a.key < b.key ? -1 : 1)
