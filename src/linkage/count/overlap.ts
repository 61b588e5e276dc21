/** Persons by the sources that know them, at each threshold: the table that multiple-systems estimation begins with. */
export interface OverlapRow {
  /** Sources that know these persons; all others do not. */
  readonly sources: readonly string[]
  /** At the same thresholds as the count. */
  readonly persons: readonly { readonly probability: number; readonly persons: number }[]
}

export interface OverlapInput {
  readonly sources: readonly string[]
  /** Place of each record's source in `sources`. */
  readonly sourceOf: Int32Array
  /** The person of each record at each threshold. */
  readonly at: readonly { readonly probability: number; readonly person: Int32Array }[]
}

/** One row for each combination of sources that occurs at any threshold, by number of sources, then in their order. */
export function overlap({ sources, sourceOf, at }: OverlapInput): OverlapRow[] {
  const counted = at.map(({ probability, person }) => ({ probability, counts: byCombination(person, sourceOf) }))
  const combinations = [...new Set(counted.flatMap(({ counts }) => [...counts.keys()]))].map(text =>
    text.split(' ').map(Number),
  )
  return combinations
    .toSorted((a, b) => a.length - b.length || compare(a, b))
    .map(combination => ({
      sources: combination.map(source => sources[source] ?? ''),
      persons: counted.map(({ probability, counts }) => ({
        probability,
        persons: counts.get(combination.join(' ')) ?? 0,
      })),
    }))
}

const compare = (a: readonly number[], b: readonly number[]): number => {
  const at = a.findIndex((value, i) => value !== b[i])
  return at === -1 ? 0 : (a[at] as number) - (b[at] as number)
}

function byCombination(person: Int32Array, sourceOf: Int32Array): Map<string, number> {
  const known = new Map<number, Set<number>>()
  for (const [record, key] of person.entries()) {
    const sources = known.get(key) ?? new Set<number>()
    known.set(key, sources.add(sourceOf[record] as number))
  }
  const counts = new Map<string, number>()
  for (const sources of known.values()) {
    const text = [...sources].toSorted((a, b) => a - b).join(' ')
    counts.set(text, (counts.get(text) ?? 0) + 1)
  }
  return counts
}
