import { createHmac } from 'node:crypto'
import { DisclosureProblem } from '../problem.ts'
import type { TableSystem } from './cells.ts'
import type { Solver } from './solver.ts'

/**
 * Every cell as a multiple of `base` next to it, so that all sums still hold (controlled rounding, Cox 1987; by mixed-integer programming). Which of
 * the two is drawn by a key of the cell and its number, up as often as it is near, so that the same number of the same cell is rounded the same way in every table and
 * the mean is not moved. Cells of 0 stay 0. Throws DisclosureProblem `rounding_impossible` where no such rounding exists within two steps.
 */
export function roundTable(
  solver: Solver,
  { ids, counts, relations }: Pick<TableSystem, 'ids' | 'counts' | 'relations'>,
  { base, key }: { readonly base: number; readonly key: Uint8Array },
): Float64Array {
  const floors = Float64Array.from(counts, n => Math.floor(n / base))
  for (const steps of [0, 1, 2]) {
    const wide = (i: number) => ((counts[i] as number) === 0 ? 0 : steps)
    const columns = [...counts.keys()].map(i => {
      const rest = (counts[i] as number) - (floors[i] as number) * base
      return {
        cost: drawn(key, ids[i] ?? '', counts[i] as number) - rest / base,
        low: Math.max((floors[i] as number) - wide(i), 0),
        high: (floors[i] as number) + (rest > 0 ? 1 : 0) + wide(i),
        whole: true,
      }
    })
    const rows = relations.map(({ whole, parts }) => ({
      terms: [...parts.map(part => [part, 1] as const), [whole, -1] as const],
      is: '=' as const,
      right: 0,
    }))
    const solved = solver.solve({ sense: 'min', columns, rows })
    if (typeof solved !== 'string') return Float64Array.from(solved.values, value => Math.round(value) * base + 0)
  }
  throw new DisclosureProblem('rounding_impossible', { base })
}

/** From 0 to 1, the same for the same cell and number. */
function drawn(key: Uint8Array, id: string, n: number): number {
  const bytes = createHmac('sha256', key).update(`${id} ${n}`).digest()
  return bytes.readUIntBE(0, 6) / 2 ** 48
}
