import { attributesOf, type FactTable } from './facts.ts'

/** The persons who have a combination, and how many of them have each further attribute too. */
export interface Support {
  readonly combination: readonly number[]
  readonly persons: Int32Array
  /** By attribute: persons with the combination and it. */
  readonly counts: Int32Array
}

/** So many numbers are kept at once, 400 MB at most; the oldest are forgotten first. */
const mostKept = 100_000_000

/** Looks up who has a combination. What was looked up is kept, since most records begin alike. */
export class Supports {
  readonly #table: FactTable
  readonly #known = new Map<string, Support>()
  #kept = 0

  constructor(table: FactTable) {
    this.#table = table
  }

  /** Everybody. */
  get everybody(): Support {
    return (
      this.#known.get('') ??
      this.#learn(
        [],
        Int32Array.from({ length: this.#table.persons }, (_, p) => p),
      )
    )
  }

  /** Those of a support who also have an attribute. */
  with(support: Support, attribute: number): Support {
    const combination = [...support.combination, attribute].sort((a, b) => a - b)
    return this.#known.get(combination.join(',')) ?? this.#learn(combination, this.#having(support.persons, attribute))
  }

  of(combination: readonly number[]): Support {
    return combination.reduce((support, attribute) => this.with(support, attribute), this.everybody)
  }

  #having(persons: Int32Array, attribute: number): Int32Array {
    const { starts, values } = this.#table
    return persons.filter(p => {
      for (let at = starts[p] ?? 0; ; at++) {
        const value = values[at] ?? -1
        if (value === attribute) return true
        if (value < 0 || value > attribute) return false
      }
    })
  }

  #learn(combination: readonly number[], persons: Int32Array): Support {
    const counts = new Int32Array(this.#table.domain.attributes.length)
    for (const p of persons) {
      for (const attribute of attributesOf(this.#table, p)) counts[attribute] = (counts[attribute] ?? 0) + 1
    }
    const support = { combination, persons, counts }
    this.#known.set(combination.join(','), support)
    this.#kept += persons.length + counts.length
    for (const [key, old] of this.#known) {
      if (this.#kept <= mostKept) break
      if (key === '') continue
      this.#known.delete(key)
      this.#kept -= old.persons.length + old.counts.length
    }
    return support
  }
}
