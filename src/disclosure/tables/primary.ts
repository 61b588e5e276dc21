import type { TableSystem } from './cells.ts'

export interface TablePolicy {
  /** Cells from 1 to one less are hidden. */
  readonly k: number
  /** What a reader can work out of a hidden cell must be at least so wide: highest less lowest. */
  readonly protection: number
  /** Hide a cell that holds all of its whole: that everybody of a group is so is told of each of them. */
  readonly full: boolean
}

/** A cell that must not be shown, and how wide the interval of what it may be has to stay. */
export type Primary = ReadonlyMap<number, number>

/** Cells that tell of few persons, or of all persons of a group. */
export function primaryCells(
  { counts, relations }: Pick<TableSystem, 'counts' | 'relations'>,
  policy: TablePolicy,
): Primary {
  const found = new Map<number, number>()
  for (const [cell, n] of counts.entries()) if (n > 0 && n < policy.k) found.set(cell, policy.protection)
  if (policy.full)
    for (const { whole, parts } of relations) {
      const n = counts[whole] as number
      const all = parts.find(part => counts[part] === n)
      // A column with one value only divides nobody.
      if (n > 0 && parts.length > 1 && all !== undefined)
        found.set(all, Math.max(found.get(all) ?? 0, Math.min(policy.protection, n)))
    }
  return found
}

export interface Contribution {
  readonly cell: number
  readonly amount: number
}

/**
 * Cells of a sum of amounts in which the largest two tell of each other: by the p % rule, the rest together is less than p % of the largest, so that
 * whoever gave the second can work out the first to within p %. @returns the width that each needs: p % of its largest.
 */
export function dominatedCells(cells: number, contributions: Iterable<Contribution>, percent: number): Primary {
  const total = new Float64Array(cells)
  const largest = new Float64Array(cells)
  const second = new Float64Array(cells)
  for (const { cell, amount } of contributions) {
    total[cell] = (total[cell] as number) + amount
    if (amount > (largest[cell] as number)) {
      second[cell] = largest[cell] as number
      largest[cell] = amount
    } else if (amount > (second[cell] as number)) second[cell] = amount
  }
  const found = new Map<number, number>()
  for (let cell = 0; cell < cells; cell++) {
    const [all, one, two] = [total[cell] as number, largest[cell] as number, second[cell] as number]
    if (one > 0 && all - one - two < (percent / 100) * one) found.set(cell, (percent / 100) * one)
  }
  return found
}
