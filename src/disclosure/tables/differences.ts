import type { PublishedTable } from './published.ts'

/** What two releases of one population together give away. */
export interface TableDifference {
  /** Cell by what it counts. */
  readonly cell: string
  readonly before: number
  /** null: hidden now. */
  readonly now: number | null
}

/**
 * Cells that an earlier release shows and that must not be told apart from now: the same cell moved by so few persons that they are who came between
 * (1 to k − 1, whichever way), and, where the persons are the very same, a cell that is hidden now and was shown then.
 */
export function differencesFrom(
  earlier: PublishedTable,
  now: PublishedTable,
  { k, samePersons }: { readonly k: number; readonly samePersons: boolean },
): TableDifference[] {
  const then = new Map(earlier.cells.map(({ id, n }) => [id, n]))
  return now.cells.flatMap(({ id, n }): TableDifference[] => {
    const before = then.get(id)
    if (before === undefined || before === null) return []
    if (n === null) return samePersons ? [{ cell: id, before, now: n }] : []
    const moved = Math.abs(n - before)
    return moved > 0 && moved < k ? [{ cell: id, before, now: n }] : []
  })
}
