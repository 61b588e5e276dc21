import { setImmediate as nextTurn } from 'node:timers/promises'
import { attributesOf, type FactTable } from './facts.ts'
import { below, type BitSource } from './noise/bits.ts'
import { DisclosureProblem } from './problem.ts'
import { type Support, Supports } from './support.ts'

export interface KanonOptions {
  readonly k: number
  readonly bits: BitSource
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((done: number) => void) | undefined
}

/**
 * k-anonymous records: whatever a record holds, all of it together, at least k persons have; so no combination in them, of whatever
 * length, is rare or made up. Each value stands in exactly as many records as persons have it, rounded down to k, or in none.
 * Equal records are at most as many as persons who have all of them, rounded down to k.
 *
 * Each person's values are drawn one by one, in proportion to how common they are together, as long as k persons share them. What
 * a value then lacks is made up by further records under the same rule; what it has too much is taken out at random.
 */
export async function kAnonymous(table: FactTable, options: KanonOptions): Promise<number[][]> {
  const work = new KAnonymity(table, options)
  let turn = performance.now()
  for (let p = 0; p < table.persons; p++) {
    work.seed(p)
    if (performance.now() - turn < 50) continue
    options.progress?.(p / table.persons)
    await nextTurn()
    if (options.signal?.aborted === true) throw new DisclosureProblem('stopped')
    turn = performance.now()
  }
  work.makeUp()
  work.takeOut()
  return work.split()
}

class KAnonymity {
  readonly #table: FactTable
  readonly #k: number
  readonly #bits: BitSource
  readonly #supports: Supports
  readonly #groupOf: Int32Array
  /** Persons who have each attribute, rounded down to k. */
  readonly #wanted: Int32Array
  readonly #made: Int32Array
  readonly #records: number[][] = []

  constructor(table: FactTable, { k, bits }: KanonOptions) {
    this.#table = table
    this.#k = k
    this.#bits = bits
    this.#supports = new Supports(table)
    this.#groupOf = table.domain.groupOf
    this.#wanted = this.#supports.everybody.counts.map(count => this.#rounded(count))
    this.#made = new Int32Array(table.domain.attributes.length)
  }

  #rounded(count: number): number {
    return this.#k * Math.floor(count / this.#k)
  }

  /** A record from the values of one person. */
  seed(person: number): void {
    this.#grow([...attributesOf(this.#table, person)])
  }

  /** Further records for the values that stand in too few. */
  makeUp(): void {
    const lacking = () => [...this.#wanted.keys()].filter(a => (this.#wanted[a] ?? 0) > (this.#made[a] ?? 0))
    for (let open = lacking(); open.length > 0; open = lacking()) this.#grow(open)
  }

  /** Takes values that stand in too many records out of some of them, at random. What is left of a record is as well supported. */
  takeOut(): void {
    this.#shuffle()
    for (const record of this.#records) {
      for (let at = record.length - 1; at >= 0; at--) {
        const attribute = record[at] ?? 0
        if ((this.#made[attribute] ?? 0) <= (this.#wanted[attribute] ?? 0)) continue
        record.splice(at, 1)
        this.#made[attribute] = (this.#made[attribute] ?? 0) - 1
      }
    }
  }

  /** The records, of which those that are too often the same give one value to a record of its own, so that totals stay as they are. */
  split(): number[][] {
    const copies = new Map<string, number>()
    const done: number[][] = []
    const open = this.#records.filter(record => record.length > 0)
    for (let record = open.pop(); record !== undefined; record = open.pop()) {
      const key = record.join(',')
      const count = (copies.get(key) ?? 0) + 1
      if (record.length > 1 && count > this.#rounded(this.#supports.of(record).persons.length)) {
        const [given] = record.splice(below(record.length, this.#bits), 1)
        open.push(record, given === undefined ? [] : [given])
        continue
      }
      copies.set(key, count)
      done.push(record)
    }
    return done
  }

  /** Draws values from these, one by one, as long as k persons have all that are drawn. */
  #grow(candidates: readonly number[]): void {
    let support: Support = this.#supports.everybody
    const record: number[] = []
    let open = [...candidates]
    for (;;) {
      const { counts } = support
      open = open.filter(a => (counts[a] ?? 0) >= this.#k)
      const drawn = this.#draw(open, counts)
      if (drawn === undefined) break
      record.push(drawn)
      this.#made[drawn] = (this.#made[drawn] ?? 0) + 1
      open = open.filter(a => this.#groupOf[a] !== this.#groupOf[drawn])
      if (open.length > 0) support = this.#supports.with(support, drawn)
    }
    if (record.length > 0) this.#records.push(record.sort((a, b) => a - b))
  }

  /** One of these, with a chance in proportion to its count. */
  #draw(open: readonly number[], counts: Int32Array): number | undefined {
    const sum = open.reduce((total, a) => total + (counts[a] ?? 0), 0)
    if (sum === 0) return undefined
    let left = below(sum, this.#bits)
    return open.find(a => {
      left -= counts[a] ?? 0
      return left < 0
    })
  }

  #shuffle(): void {
    for (let at = this.#records.length - 1; at > 0; at--) {
      const other = below(at + 1, this.#bits)
      const here = this.#records[at] ?? []
      this.#records[at] = this.#records[other] ?? []
      this.#records[other] = here
    }
  }
}
