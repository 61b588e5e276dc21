import { type Counted, countOf } from './combinations.ts'

/** Counts that are judged: of records, or as they stand in aggregates.csv. */
export interface Judged {
  readonly longest: number
  /** Undefined when the release says nothing of it. */
  count(attributes: readonly number[]): number | undefined
  /** Combinations of a length with their counts. */
  each(length: number): Iterable<readonly [attributes: readonly number[], count: number]>
}

export function judged(counted: Counted): Judged {
  return {
    longest: counted.set.longest,
    count: attributes => countOf(counted, attributes) || undefined,
    *each(length) {
      for (const [at, count] of counted.counts[length]?.entries() ?? [])
        yield [counted.set.attributes(length, at), count]
    },
  }
}

/** How well released counts stand for exact ones, by length and over all lengths. Shares are of combinations. */
export interface Utility {
  /** 0 stands for all lengths. */
  readonly length: number
  /** Combinations that somebody has, and their mean count. */
  readonly sensitive: number
  readonly meanCount: number
  /** Combinations of the release with a count above zero. */
  readonly released: number
  /** Had by somebody, not in the release. */
  readonly suppressed: number
  /** Had by somebody, in the release with a count of 0: not told from nobody. */
  readonly shownAsNone: number
  readonly suppressedShare: number
  /** In the release, had by nobody: of the sensitive combinations, of the released ones, and weighted by counts. */
  readonly fabricated: number
  readonly fabricatedOfSensitive: number
  readonly fabricatedOfReleased: number
  readonly fabricatedByCount: number
  /** Mean absolute error over the combinations that are in both. */
  readonly error: number
  /** The same over all that are in either, with 0 for the other. */
  readonly errorOfAll: number
  /** Combinations that fewer than ten have and that the release shows all the same. */
  readonly rareShown: number
  /** Of the combinations that could have been and that nobody has, those the release rightly shows as none. */
  readonly zeros: number
  readonly zerosRight: number
}

const rare = 10

/** The utility of a release against the exact counts. This is computed from the people themselves: keep it inside. */
export function utility(sensitive: Counted, released: Judged, possible: readonly number[]): Utility[] {
  const longest = Math.min(sensitive.set.longest, Math.max(1, released.longest))
  const tallies = Array.from({ length: longest }, (_, at) => tally(sensitive, released, at + 1, possible[at + 1] ?? 0))
  const all = tallies.reduce(sum, nothing())
  return [...tallies.map((each, at) => rated(each, at + 1)), rated(all, 0)]
}

interface Tally {
  sensitive: number
  persons: number
  released: number
  releasedPersons: number
  suppressed: number
  shownAsNone: number
  fabricated: number
  fabricatedPersons: number
  error: number
  errorOfAll: number
  rareShown: number
  zeros: number
}

const nothing = (): Tally => ({
  sensitive: 0,
  persons: 0,
  released: 0,
  releasedPersons: 0,
  suppressed: 0,
  shownAsNone: 0,
  fabricated: 0,
  fabricatedPersons: 0,
  error: 0,
  errorOfAll: 0,
  rareShown: 0,
  zeros: 0,
})

function tally(sensitive: Counted, released: Judged, length: number, possible: number): Tally {
  const found = nothing()
  sensitive.counts[length]?.forEach((count, at) => {
    const shown = released.count(sensitive.set.attributes(length, at))
    found.sensitive++
    found.persons += count
    found.errorOfAll += Math.abs((shown ?? 0) - count)
    if (shown === 0) found.shownAsNone++
    if (shown === undefined) found.suppressed++
    else {
      found.error += Math.abs(shown - count)
      if (count < rare && shown > 0) found.rareShown++
    }
  })
  for (const [attributes, shown] of released.each(length)) {
    if (shown === 0) continue
    found.released++
    found.releasedPersons += shown
    if (countOf(sensitive, attributes) > 0) continue
    found.fabricated++
    found.fabricatedPersons += shown
    found.errorOfAll += shown
  }
  found.zeros = Math.max(0, possible - found.sensitive)
  return found
}

function sum(one: Tally, other: Tally): Tally {
  const total = nothing()
  for (const key of Object.keys(total) as (keyof Tally)[]) total[key] = one[key] + other[key]
  return total
}

function rated(found: Tally, length: number): Utility {
  const share = (part: number, of: number) => (of === 0 ? 0 : part / of)
  return {
    length,
    sensitive: found.sensitive,
    meanCount: share(found.persons, found.sensitive),
    released: found.released,
    suppressed: found.suppressed,
    shownAsNone: found.shownAsNone,
    suppressedShare: share(found.suppressed, found.sensitive),
    fabricated: found.fabricated,
    fabricatedOfSensitive: share(found.fabricated, found.sensitive),
    fabricatedOfReleased: share(found.fabricated, found.released),
    fabricatedByCount: share(found.fabricatedPersons, found.releasedPersons),
    error: share(found.error, found.sensitive - found.suppressed),
    errorOfAll: share(found.errorOfAll, found.sensitive + found.fabricated),
    rareShown: found.rareShown,
    zeros: found.zeros,
    zerosRight: Math.max(0, found.zeros - found.fabricated),
  }
}
