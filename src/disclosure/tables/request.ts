import type { FactTable } from '../facts.ts'
import type { Ledger } from '../ledger.ts'
import type { Parents } from './hierarchy.ts'
import type { Money } from './money.ts'
import type { TablePolicy } from './primary.ts'

export interface TableRequest {
  readonly table: FactTable
  /** Columns of each table. */
  readonly by: readonly (readonly string[])[]
  readonly parents: ReadonlyMap<string, Parents>
  readonly policy: TablePolicy
  /** Round to multiples of this instead of hiding. */
  readonly round: number | null
  readonly money: Money | null
  readonly population: string
  readonly ledger: Ledger
  readonly signal?: AbortSignal
  readonly progress?: (step: string, done: number) => void
}

/** What is shown of a cell. */
export interface Shown {
  /** null: hidden. */
  readonly counts: readonly (number | null)[]
  readonly sums: readonly (number | null)[] | null
  /** The narrowest interval that a reader can work out of a guarded cell; null: nothing is guarded, or nothing bounds it. */
  readonly narrowest: number | null
  readonly guarded: number
}
