import type { PublishedTable } from './published.ts'

/** What two releases of one population together give away. */
export interface TableDifference {
  /** Cell by what it counts. */
  readonly cell: string
  /** null: hidden then, or now. */
  readonly before: number | null
  readonly now: number | null
}

/**
 * Cells of an earlier release that must not be seen together with now. Of the very same persons: whatever is not said alike, since what one release hides, or
 * rounds otherwise, the other would tell. Of other persons: an exact number that moved by so few that they are who came between, and one that is hidden now and
 * hardly moved since it was shown. @param counts the true numbers of the cells of `now`, in their order
 */
export function differencesFrom(
  earlier: PublishedTable,
  now: PublishedTable,
  { counts, k }: { readonly counts: Float64Array; readonly k: number },
): TableDifference[] {
  const then = new Map(earlier.cells.map(({ id, n }) => [id, n]))
  const samePersons = earlier.input === now.input
  const exact = earlier.base === null && now.base === null
  return now.cells.flatMap(({ id, n }, i): TableDifference[] => {
    const before = then.get(id)
    if (before === undefined) return []
    const found = [{ cell: id, before, now: n }]
    if (samePersons) return before === n ? [] : found
    if (before === null || !exact) return []
    const moved = Math.abs((counts[i] ?? 0) - before)
    return moved < k && (n === null || moved > 0) ? found : []
  })
}
