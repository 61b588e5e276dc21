import type { Relation } from './cells.ts'
import type { Primary } from './primary.ts'
import type { Programme, Solver } from './solver.ts'

export interface Protecting {
  readonly amounts: Float64Array
  readonly relations: readonly Relation[]
  readonly primary: Primary
  /** Cells hidden already, for whatever reason. */
  readonly hidden: ReadonlySet<number>
  /** A reader knows that a hidden cell is at least this. */
  readonly least: number
  /** Cells of 0 may be hidden. */
  readonly hidesZeros: boolean
  readonly signal?: AbortSignal
  readonly progress?: (done: number) => void
}

/** With more cells than this, whole numbers of hidden cells take too long: what is moved least is taken instead. */
const exactUpTo = 160

/**
 * Cells to hide besides, so that each primary cell could be another number: for each of them another table is looked for that has the same sums and
 * differs in hidden cells only, in which it is larger (or, where that cannot be, smaller) by the width it needs. Of all such tables the one that hides
 * least: by mixed-integer programming in small tables, and in large ones the one that moves least, which is nearly it (Kelly, Golden and Assad 1992; Fischetti and
 * Salazar 2000). @returns the hidden cells; primary cells that cannot be protected are in `open`.
 */
export async function protect(solver: Solver, o: Protecting): Promise<{ hidden: Set<number>; open: number[] }> {
  const { amounts, primary } = o
  const hidden = new Set([...o.hidden, ...primary.keys()])
  const protectedBy = new Set<number>()
  const open: number[] = []
  // The largest first: what protects them often protects the small ones too.
  const order = [...primary.keys()].toSorted((a, b) => (amounts[b] as number) - (amounts[a] as number) || a - b)
  for (const [done, cell] of order.entries()) {
    o.signal?.throwIfAborted()
    o.progress?.(done / order.length)
    if (protectedBy.has(cell)) continue
    // Lets the process answer, and be told to stop.
    if (done % 8 === 0) await new Promise(resolve => setImmediate(resolve))
    const width = primary.get(cell) ?? 0
    const moved = [width, -width].map(by => movedBy(solver, o, hidden, cell, by)).filter(each => each !== null)
    const best = moved.toSorted((a, b) => costOf(a, o, hidden) - costOf(b, o, hidden))[0]
    if (best === undefined) {
      open.push(cell)
      continue
    }
    for (const other of best.keys()) hidden.add(other)
    for (const [other, by] of best)
      if (Math.abs(by) >= (primary.get(other) ?? Number.POSITIVE_INFINITY)) protectedBy.add(other)
  }
  return { hidden, open }
}

/** Hiding a large number costs more, but not in proportion: a table of few large cells is no better than one of many small. */
const priceOf = (amount: number): number => 1 + Math.log2(1 + amount)

const costOf = (moved: ReadonlyMap<number, number>, { amounts }: Protecting, hidden: ReadonlySet<number>): number =>
  [...moved.keys()].reduce((sum, cell) => sum + (hidden.has(cell) ? 0 : priceOf(amounts[cell] as number)), 0)

/** By how much each cell moves in another table in which `cell` moves by so much; null when there is none. */
function movedBy(
  solver: Solver,
  o: Protecting,
  hidden: ReadonlySet<number>,
  cell: number,
  by: number,
): Map<number, number> | null {
  const { amounts, relations, least, hidesZeros } = o
  const movable = [...amounts.keys()].filter(
    i => hidden.has(i) || ((amounts[i] as number) >= least && ((amounts[i] as number) > 0 || hidesZeros)),
  )
  const place = new Map(movable.map((i, at) => [i, at]))
  const exact = movable.filter(i => !hidden.has(i)).length <= exactUpTo
  const most = Math.abs(by) * 4 + 10
  const n = movable.length
  const price = (i: number) => (hidden.has(i) ? 0 : priceOf(amounts[i] as number))
  const down = (i: number) => Math.max(0, (amounts[i] as number) - least)
  const columns: Programme['columns'] = [
    ...movable.map(i => ({ cost: exact ? 1e-4 : price(i) + 1e-3, low: 0, high: most })),
    ...movable.map(i => ({ cost: exact ? 1e-4 : price(i) + 1e-3, low: 0, high: Math.min(most, down(i)) })),
    ...(exact ? movable.map(i => ({ cost: price(i), low: 0, high: 1, whole: true })) : []),
  ]
  const at = place.get(cell)
  if (at === undefined) return null
  const rows: Programme['rows'][number][] = []
  for (const { whole, parts } of relations) {
    const terms = [...parts.map(part => [part, 1] as const), [whole, -1] as const].flatMap(([i, sign]) => {
      const column = place.get(i)
      return column === undefined ? [] : [[column, sign] as const, [n + column, -sign] as const]
    })
    if (terms.length > 0) rows.push({ terms, is: '=', right: 0 })
  }
  rows.push({
    terms: [
      [at, 1],
      [n + at, -1],
    ],
    is: '=',
    right: by,
  })
  if (exact)
    for (const [column, i] of movable.entries())
      if (!hidden.has(i))
        rows.push({
          terms: [
            [column, 1],
            [n + column, 1],
            [2 * n + column, -most],
          ],
          is: '<=',
          right: 0,
        })
  const solved = solver.solve({ sense: 'min', columns, rows })
  if (typeof solved === 'string') return null
  return new Map(
    movable.flatMap((i, column) => {
      const move = (solved.values[column] ?? 0) - (solved.values[n + column] ?? 0)
      return Math.abs(move) > 1e-6 ? [[i, move] as const] : []
    }),
  )
}
