import { Forest } from './forest.ts'
import type { Relation } from './cells.ts'
import type { Programme, Solver } from './solver.ts'

/** What a reader of the published tables can work out of a hidden cell. */
export interface Feasible {
  readonly low: number
  /** null: nothing bounds it. */
  readonly high: number | null
}

export interface Auditing {
  /** What is published; null where it is hidden. */
  readonly shown: readonly (number | null)[]
  readonly relations: readonly Pick<Relation, 'whole' | 'parts'>[]
  /** A reader knows that a hidden cell is at least this. */
  readonly least: number
  /** Amounts that are no whole numbers. */
  readonly real?: boolean
  readonly signal?: AbortSignal
  readonly progress?: (done: number) => void
}

/**
 * The lowest and the highest that each hidden cell can be, from what is published and what sums to what; nothing else is known here, so that it checks what
 * hid them. Hidden cells that share no sum say nothing of each other and are solved apart.
 */
export async function feasibleIntervals(solver: Solver, o: Auditing): Promise<Map<number, Feasible>> {
  const hidden = [...o.shown.keys()].filter(cell => o.shown[cell] === null)
  const relations = o.relations
    .map(({ whole, parts }) => reduced(o.shown, whole, parts))
    .filter(({ terms }) => terms.length > 0)
  const groups = new Forest(o.shown.length)
  for (const { terms } of relations) for (const [cell] of terms) groups.join(terms[0]?.[0] ?? cell, cell)
  const own = Map.groupBy(relations, ({ terms }) => groups.root(terms[0]?.[0] ?? 0))
  const found = new Map<number, Feasible>()
  const byGroup = Map.groupBy(hidden, cell => groups.root(cell))
  let done = 0
  for (const [group, cells] of byGroup) {
    const place = new Map(cells.map((cell, at) => [cell, at]))
    const rows = (own.get(group) ?? []).map(({ terms, right }) => ({
      terms: terms.map(([cell, sign]) => [place.get(cell) ?? 0, sign] as const),
      is: '=' as const,
      right,
    }))
    for (const cell of cells) {
      o.signal?.throwIfAborted()
      if (done++ % 16 === 0) {
        o.progress?.(done / hidden.length)
        await new Promise(resolve => setImmediate(resolve))
      }
      found.set(
        cell,
        intervalOf(solver, { cells, rows, at: place.get(cell) ?? 0, least: o.least, real: o.real === true }),
      )
    }
  }
  return found
}

function reduced(shown: Auditing['shown'], whole: number, parts: readonly number[]) {
  const terms: (readonly [number, number])[] = []
  let right = 0
  for (const [cell, sign] of [...parts.map(part => [part, 1] as const), [whole, -1] as const]) {
    const n = shown[cell]
    if (n === null || n === undefined) terms.push([cell, sign])
    else right -= sign * n
  }
  return { terms, right }
}

function intervalOf(
  solver: Solver,
  o: {
    readonly cells: readonly number[]
    readonly rows: Programme['rows']
    readonly at: number
    readonly least: number
    readonly real: boolean
  },
): Feasible {
  if (o.rows.length === 0) return { low: o.least, high: null }
  const solved = (sense: 'min' | 'max') =>
    solver.solve({
      sense,
      columns: o.cells.map((_, i) => ({ cost: i === o.at ? 1 : 0, low: o.least, high: Number.POSITIVE_INFINITY })),
      rows: o.rows,
    })
  const [low, high] = [solved('min'), solved('max')]
  if (low === 'infeasible' || high === 'infeasible') throw new Error('The published table contradicts itself.')
  // + 0: what is rounded up to nothing is no −0.
  const whole = (value: number, round: (n: number) => number, slack: number) =>
    o.real ? value : round(value + slack) + 0
  return {
    low: low === 'unbounded' ? o.least : whole(low.objective, Math.ceil, -1e-6),
    high: high === 'unbounded' ? null : whole(high.objective, Math.floor, 1e-6),
  }
}

/** Cells whose interval is narrower than they need. */
export const tooNarrow = (feasible: ReadonlyMap<number, Feasible>, needed: ReadonlyMap<number, number>): number[] =>
  [...needed].flatMap(([cell, width]) => {
    const found = feasible.get(cell)
    if (!found) return [cell]
    return found.high === null || found.high - found.low >= width - 1e-6 ? [] : [cell]
  })
