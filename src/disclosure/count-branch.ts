import { Growing } from './growing.ts'

/** The combinations that begin with one attribute, in lexicographic order: by level the last attribute, the parent, the count. */
export interface Branch {
  readonly first: number
  readonly levels: readonly { readonly last: Int32Array; readonly parent: Int32Array; readonly count: Int32Array }[]
}

/**
 * Counts every combination up to a length whose smallest attribute is `first`, depth first. A node carries its occurrences: where
 * in the list of values the last attribute stands, one place per person. Their later values up to the end mark are the
 * children, so a node costs as much as it has people and values behind, and nothing for attributes that nobody has.
 */
export class BranchCounter {
  readonly #values: Int32Array
  readonly #longest: number
  readonly #tally: Int32Array
  readonly #slot: Int32Array

  constructor(values: Int32Array, attributes: number, longest: number) {
    this.#values = values
    this.#longest = longest
    this.#tally = new Int32Array(attributes)
    this.#slot = new Int32Array(attributes)
  }

  /** `occurrences`: where in the values the attribute `first` stands. */
  count(first: number, occurrences: Int32Array): Branch {
    const levels = Array.from({ length: this.#longest }, () => ({
      last: new Growing(),
      parent: new Growing(),
      count: new Growing(),
    }))
    const [root] = levels
    if (root !== undefined && occurrences.length > 0) {
      root.last.push(first)
      root.parent.push(0)
      root.count.push(occurrences.length)
      this.#descend(levels, 1, 0, occurrences)
    }
    return {
      first,
      levels: levels.map(({ last, parent, count }) => ({
        last: last.toArray(),
        parent: parent.toArray(),
        count: count.toArray(),
      })),
    }
  }

  #descend(
    levels: readonly { last: Growing; parent: Growing; count: Growing }[],
    depth: number,
    parent: number,
    occurrences: Int32Array,
  ): void {
    const level = levels[depth]
    if (level === undefined) return
    const values = this.#values
    const tally = this.#tally
    const touched: number[] = []
    let total = 0
    for (let o = 0; o < occurrences.length; o++) {
      for (let at = (occurrences[o] ?? 0) + 1; ; at++) {
        const value = values[at] ?? -1
        if (value < 0) break
        if (tally[value] === 0) touched.push(value)
        tally[value] = (tally[value] ?? 0) + 1
        total++
      }
    }
    touched.sort((a, b) => a - b)
    const begin = level.last.length
    for (const value of touched) {
      level.last.push(value)
      level.parent.push(parent)
      level.count.push(tally[value] ?? 0)
    }
    if (depth + 1 >= this.#longest) {
      for (const value of touched) tally[value] = 0
      return
    }
    const { starts, places } = this.#spread(occurrences, touched, total)
    for (let child = 0; child < touched.length; child++) {
      this.#descend(levels, depth + 1, begin + child, places.subarray(starts[child], starts[child + 1]))
    }
  }

  /** The occurrences of each child, one after the other; the tally is empty again. */
  #spread(occurrences: Int32Array, touched: readonly number[], total: number) {
    const values = this.#values
    const slot = this.#slot
    const starts = new Int32Array(touched.length + 1)
    touched.forEach((value, child) => {
      starts[child + 1] = (starts[child] ?? 0) + (this.#tally[value] ?? 0)
      slot[value] = starts[child] ?? 0
      this.#tally[value] = 0
    })
    const places = new Int32Array(total)
    for (let o = 0; o < occurrences.length; o++) {
      for (let at = (occurrences[o] ?? 0) + 1; ; at++) {
        const value = values[at] ?? -1
        if (value < 0) break
        const next = slot[value] ?? 0
        places[next] = at
        slot[value] = next + 1
      }
    }
    return { starts, places }
  }
}

/** Where each attribute stands in the values: `places[starts[a]]` to `places[starts[a + 1] - 1]`. */
export function occurrencesOf(values: Int32Array, attributes: number): { starts: Int32Array; places: Int32Array } {
  const starts = new Int32Array(attributes + 1)
  for (const value of values) if (value >= 0) starts[value + 1] = (starts[value + 1] ?? 0) + 1
  for (let a = 0; a < attributes; a++) starts[a + 1] = (starts[a + 1] ?? 0) + (starts[a] ?? 0)
  const next = starts.slice(0, attributes)
  const places = new Int32Array(starts[attributes] ?? 0)
  for (let at = 0; at < values.length; at++) {
    const value = values[at] ?? -1
    if (value < 0) continue
    const free = next[value] ?? 0
    places[free] = at
    next[value] = free + 1
  }
  return { starts, places }
}
