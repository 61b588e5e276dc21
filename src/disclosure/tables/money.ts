import type { FactTable } from '../facts.ts'
import { pathOf, placeOf, product, type TableSystem, valuesOf } from './cells.ts'
import type { Contribution } from './primary.ts'

/** Amounts to sum beside the counts. */
export interface Money {
  readonly column: string
  /** Of each person of the table; 0 for nothing. */
  readonly amounts: readonly number[]
  /** Of the p % rule. */
  readonly percent: number
}

/** The sum of each cell, and who adds what to it. */
export function moneyOf(
  table: FactTable,
  { tables, ids }: TableSystem,
  { amounts }: Money,
): { readonly sums: Float64Array; readonly contributions: readonly Contribution[] } {
  const sums = new Float64Array(ids.length)
  const contributions: Contribution[] = []
  const done = new Set<number>()
  for (const { trees, cells } of tables) {
    const said = trees.map(({ column }) => valuesOf(table, column))
    for (let person = 0; person < table.persons; person++) {
      const amount = amounts[person] ?? 0
      if (amount === 0) continue
      const paths = trees.map((tree, i) => pathOf(tree, said[i]?.[person] ?? ''))
      for (const nodes of product(paths)) {
        const cell = cells[placeOf(trees, nodes)] as number
        if (done.has(cell)) continue
        sums[cell] = (sums[cell] as number) + amount
        contributions.push({ cell, amount })
      }
    }
    for (const cell of cells) done.add(cell)
  }
  return { sums, contributions }
}
