import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import { baseId, type Beside, type Cell, type Equation, rowId } from '../suppress/cells.ts'

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

/** Ids of what sentences say: persons of all donors, persons shared with any other donor, with one. */
export const sharedCell = {
  all: 'of all donors',
  any: 'shared with any',
  with: (donor: string) => `shared with ${donor}`,
} as const

/**
 * What a reader can add up of these numbers and of the figures of persons: whoever is shared and whoever is not are all of a
 * donor. `own`: the figure whose base are the persons of the donor.
 */
export function besideOf({ withAny, all, withEach }: Shared, own: Figure, everybody: Figure): Beside {
  const n = own.base.n
  if (n === null || withAny === null || all === null || everybody.base.n === null) return { cells: [], equations: [] }
  const cells: Cell[] = [
    { id: sharedCell.any, n: withAny, printed: true },
    { id: sharedCell.all, n: all, printed: true },
  ]
  const equations: Equation[] = []
  const split = (whole: string, of: number, by: string, part: number): string => {
    const rest = `${whole}, not ${by}`
    // Nobody is left: what a reader who knows that can work out is taken as known.
    if (of > part) cells.push({ id: rest, n: of - part, printed: false })
    equations.push({ whole, parts: of > part ? [by, rest] : [by] })
    return rest
  }
  const mine = baseId(own)
  split(baseId(everybody), everybody.base.n, sharedCell.all, all)
  const alone = split(mine, n, sharedCell.any, withAny)
  // Persons of the others: all but those that the donor alone supported.
  if (n > withAny) split(split(sharedCell.all, all, alone, n - withAny), all - n + withAny, sharedCell.any, withAny)
  for (const { donor, n: both } of withEach) {
    const id = sharedCell.with(donor)
    cells.push({ id, n: both, printed: true })
    split(mine, n, id, both)
    split(sharedCell.any, withAny, id, both)
    const row = everybody.rows.find(({ key }) => key === donor)
    if (row) split(rowId(everybody, donor), row.n ?? 0, id, both)
  }
  return { cells, equations }
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
