import type { Dimension } from '#dictionary/dimensions.ts'
import { addsAlong } from './dimension.ts'
import type { Rest } from './figure-shape.ts'
import type { Question } from './query.ts'
import { type Cell, shareOf } from './rows.ts'

/** Counts the same indicator again, in other words. */
export type Ask = (
  by: readonly Dimension[],
  conditions: Question['conditions'],
) => Promise<{ readonly base: number; readonly cells: readonly Pick<Cell, 'key' | 'n'>[] }>

/** By two dimensions `top` ranks the values of the first. Their numbers: added where they may be, else counted. */
export async function totalsByFirst(
  { by, top, indicator, conditions }: Question,
  cells: readonly Cell[],
  ask: Ask,
): Promise<{ readonly totals?: ReadonlyMap<string, number> }> {
  const [first, second] = by
  if (!first || !second || top === undefined) return {}
  if (!addsAlong(indicator, second)) {
    const counted = await ask([first], conditions)
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
 * counted: whoever has at least one of the values that are not shown. Null where a condition on the same dimension stands in
 * the way of asking so.
 */
export async function others(
  question: Question,
  o: {
    readonly cut: readonly Cell[]
    readonly base: number | null
    readonly ask: Ask
  },
): Promise<Rest | null> {
  const { by, indicator, conditions } = question
  const [first, second] = by
  if (!first || o.cut.length === 0) return null
  const values = [...new Set(o.cut.map(({ key }) => key[0] ?? ''))]
  const line = (n: number | null) => ({ n, share: n === null ? null : shareOf(n, o.base) })
  const rows = values.length
  if (addsAlong(indicator, first)) {
    const columns = new Map<string, number>()
    for (const { key, n } of o.cut) columns.set(key[1] ?? '', (columns.get(key[1] ?? '') ?? 0) + n)
    const cells = second ? [...columns].map(([key, n]) => ({ key, ...line(n) })) : []
    const whole = !second || addsAlong(indicator, second)
    return { rows, ...line(whole ? sum(o.cut) : null), cells }
  }
  if (conditions[first.id] !== undefined) return { rows, ...line(null), cells: [] }
  const counted = await o.ask(second ? [second] : [], { ...conditions, [first.id]: values })
  const cells = second ? counted.cells.map(({ key: [value = ''], n }) => ({ key: value, ...line(n) })) : []
  return { rows, ...line(counted.base), cells }
}

const sum = (cells: readonly Cell[]): number => cells.reduce((total, { n }) => total + n, 0)
