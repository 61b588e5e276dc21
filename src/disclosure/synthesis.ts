import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Combinations } from './combinations.ts'
import type { Containment } from './containment.ts'
import type { Domain } from './facts.ts'
import { DisclosureProblem } from './problem.ts'
import { SubsetNodes } from './subset-nodes.ts'

/** What records are made to reproduce: released counts of a set of combinations. */
export interface Targets {
  readonly domain: Domain
  readonly set: Combinations
  readonly containment: Containment
  /** The count of each node, numbered over all levels; node 0 is everybody. */
  readonly counts: Int32Array | Float64Array
  /** How much a squared deviation weighs, by length from 0. */
  readonly weights: readonly number[]
}

export interface SynthesisOptions {
  /** Uniform from 0 to below 1. No privacy rests on it: the targets are released. */
  readonly chance: () => number
  readonly sweeps?: number
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((done: number) => void) | undefined
}

/** A cell that holds nothing. */
const nothing = -1

/**
 * Records whose counts of all combinations come as near to the targets as coordinate descent finds: records are first drawn one
 * value after the other from the conditional counts, then each cell in turn takes the value (or none) that lowers the
 * weighted sum of squared deviations most. No record ever holds a combination that is not in the set.
 * Returns one list of attributes a record, ascending.
 */
export async function synthesise(targets: Targets, options: SynthesisOptions): Promise<number[][]> {
  const work = new Synthesis(targets, options)
  const rows = Math.max(0, Math.round(targets.counts[0] ?? 0))
  const sweeps = options.sweeps ?? 8
  let turn = performance.now()
  const breathe = async (done: number) => {
    if (performance.now() - turn < 50) return
    options.progress?.(done)
    await nextTurn()
    if (options.signal?.aborted === true) throw new DisclosureProblem('stopped_charged')
    turn = performance.now()
  }
  for (let row = 0; row < rows; row++) {
    work.draw()
    await breathe(row / rows / (sweeps + 1))
  }
  for (let sweep = 0; sweep < sweeps; sweep++) {
    let moved = 0
    for (let row = 0; row < rows; row++) {
      moved += work.improve(row)
      await breathe((sweep + 1 + row / rows) / (sweeps + 1))
    }
    if (moved * 1000 < rows) break
  }
  return work.records()
}

class Synthesis {
  readonly #targets: Targets
  readonly #chance: () => number
  /** Deviation of the records so far from the target, by node. */
  readonly #off: Float64Array
  readonly #cells: Int32Array[] = []
  readonly #subsets: SubsetNodes
  readonly #cost: Float64Array
  readonly #met: Int32Array
  readonly #order: Int32Array
  readonly #weights: Float64Array

  constructor(targets: Targets, { chance }: SynthesisOptions) {
    const { domain, set, counts } = targets
    this.#targets = targets
    this.#chance = chance
    this.#off = Float64Array.from(counts, count => -count)
    this.#subsets = new SubsetNodes(targets.containment, domain, set.longest - 1)
    this.#cost = new Float64Array(domain.attributes.length)
    this.#met = new Int32Array(domain.attributes.length)
    this.#order = Int32Array.from({ length: domain.groups }, (_, g) => g)
    this.#weights = Float64Array.from(targets.weights)
  }

  records(): number[][] {
    return this.#cells.map(cells => [...cells].filter(value => value !== nothing))
  }

  /** One more record, drawn value by value from the counts that its values so far leave. */
  draw(): void {
    const { containment, counts, domain } = this.#targets
    const { starts, added, whole } = containment
    const cells = new Int32Array(domain.groups).fill(nothing)
    this.#shuffle()
    for (const group of this.#order) {
      this.#subsets.of(cells, group)
      const { nodes, size, longestFrom } = this.#subsets
      this.#meet(group)
      const context = nodes[longestFrom + Math.floor(this.#chance() * (size - longestFrom))] ?? 0
      const slot = context * (containment.groups + 1) + group
      const from = starts[slot] ?? 0
      const to = starts[slot + 1] ?? 0
      let left = this.#chance() * Math.max(1, counts[context] ?? 0)
      for (let e = from; e < to && left >= 0; e++) {
        left -= counts[whole[e] ?? 0] ?? 0
        if (left < 0 && this.#met[added[e] ?? 0] === size) cells[group] = added[e] ?? nothing
      }
      this.#forget(group)
    }
    this.#cells.push(cells)
    this.#subsets.of(cells, -1)
    for (let s = 0; s < this.#subsets.size; s++) this.#shift(this.#subsets.nodes[s] ?? 0, 1)
    // The longest combinations are one beyond the parts that are listed.
    this.#subsets.longest(cells, node => this.#shift(node, 1))
  }

  #shift(node: number, by: number): void {
    this.#off[node] = (this.#off[node] ?? 0) + by
  }

  /** Visits each cell of a record once; says how many changed. */
  improve(row: number): number {
    const cells = this.#cells[row]
    if (cells === undefined) return 0
    let moved = 0
    this.#shuffle()
    for (const group of this.#order) if (this.#improveCell(cells, group)) moved++
    return moved
  }

  #improveCell(cells: Int32Array, group: number): boolean {
    const { containment } = this.#targets
    const { starts, added, whole, groups } = containment
    const before = cells[group] ?? nothing
    this.#subsets.of(cells, group)
    const { nodes, depths, size } = this.#subsets
    const cost = this.#cost
    const met = this.#met
    const off = this.#off
    const slot0 = starts[group] ?? 0
    const slot1 = starts[group + 1] ?? 0
    for (let s = 0; s < size; s++) {
      const weight = this.#weights[(depths[s] ?? 0) + 1] ?? 1
      const slot = (nodes[s] ?? 0) * (groups + 1) + group
      for (let e = starts[slot] ?? 0; e < (starts[slot + 1] ?? 0); e++) {
        const value = added[e] ?? 0
        const here = off[whole[e] ?? 0] ?? 0
        cost[value] = (cost[value] ?? 0) + weight * (2 * (value === before ? here - 1 : here) + 1)
        met[value] = (met[value] ?? 0) + 1
      }
    }
    let best: number = nothing
    let least = before === nothing ? -1e-9 : 0
    if (before !== nothing && (cost[before] ?? 0) <= 1e-9) {
      best = before
      least = cost[before] ?? 0
    }
    for (let e = slot0; e < slot1; e++) {
      const value = added[e] ?? 0
      if (met[value] === size && (cost[value] ?? 0) < least - 1e-9) {
        best = value
        least = cost[value] ?? 0
      }
      met[value] = 0
      cost[value] = 0
    }
    if (best === before) return false
    for (let s = 0; s < size; s++) {
      const slot = (nodes[s] ?? 0) * (groups + 1) + group
      for (let e = starts[slot] ?? 0; e < (starts[slot + 1] ?? 0); e++) {
        const value = added[e] ?? 0
        if (value === before) this.#shift(whole[e] ?? 0, -1)
        else if (value === best) this.#shift(whole[e] ?? 0, 1)
      }
    }
    cells[group] = best
    return true
  }

  /** Counts for each value of a group with how many of the listed parts it goes together. */
  #meet(group: number): void {
    const { starts, added, groups } = this.#targets.containment
    const { nodes, size } = this.#subsets
    for (let s = 0; s < size; s++) {
      const slot = (nodes[s] ?? 0) * (groups + 1) + group
      for (let e = starts[slot] ?? 0; e < (starts[slot + 1] ?? 0); e++) {
        const value = added[e] ?? 0
        this.#met[value] = (this.#met[value] ?? 0) + 1
      }
    }
  }

  #forget(group: number): void {
    const { starts, added } = this.#targets.containment
    for (let e = starts[group] ?? 0; e < (starts[group + 1] ?? 0); e++) this.#met[added[e] ?? 0] = 0
  }

  #shuffle(): void {
    const order = this.#order
    for (let at = order.length - 1; at > 0; at--) {
      const other = Math.floor(this.#chance() * (at + 1))
      const here = order[at] ?? 0
      order[at] = order[other] ?? 0
      order[other] = here
    }
  }
}
