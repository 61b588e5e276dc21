import type { Figure, FigureQuery } from '#figures/figure-shape.ts'

/** How many persons a donor shares with others, from counts of distinct persons alone. */
export interface Shared {
  /** With any other donor; null where something is not available. */
  readonly withAny: number | null
  /** All donors together, each person once. */
  readonly all: number | null
  /** By other donor, most first; only donors with whom somebody is shared. */
  readonly withEach: readonly { readonly donor: string; readonly n: number }[]
}

/** Donors asked about one by one; those beyond are in `withAny` all the same. */
export const mostDonors = 20

/**
 * Persons of both are those of the one and of the other, less those of either: no list of persons is needed.
 * `everybody` is the figure of persons by donor in the year.
 */
export async function sharedBy(
  donor: string,
  everybody: Figure,
  count: (donors: readonly string[]) => Promise<number | null>,
): Promise<Shared> {
  const others = everybody.rows.flatMap(({ key, rank }) => (rank === null || key === donor ? [] : [String(key)]))
  const own = await count([donor])
  if (others.length === 0) return { withAny: own === null ? null : 0, all: own, withEach: [] }
  const [rest, all] = [await count(others), await count([donor, ...others])]
  const both = (a: number | null, b: number | null, either: number | null) =>
    a === null || b === null || either === null ? null : a + b - either
  const withEach: { donor: string; n: number }[] = []
  for (const other of others.slice(0, mostDonors)) {
    const n = both(own, await count([other]), await count([donor, other]))
    if (n !== null && n > 0) withEach.push({ donor: other, n })
  }
  return { withAny: both(own, rest, all), all, withEach: withEach.sort((a, b) => b.n - a.n) }
}

/** The question behind every number of persons here. */
export const supportedBy = (
  year: number,
  donors: readonly string[] | null,
  by: readonly string[] = [],
): FigureQuery => ({
  indicator: 'supported',
  year,
  by,
  where: donors === null ? {} : { donor: donors },
})
