import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Combinations } from './combinations.ts'
import { type Containment, joinedWith } from './containment.ts'
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
  readonly signal?: AbortSignal | undefined
  readonly progress?: ((done: number) => void) | undefined
}

/** Later sweeps gain little: large tables get few of them, small ones as many as help. Visits are of parts of records, 25 ns each. */
const fewestSweeps = 2
const mostSweeps = 10
const enoughVisits = 200_000_000

/** How often records are added for what single values still lack. */
const mostRounds = 8

/** A cell that holds nothing. */
const nothing = -1

/**
 * Records whose counts of all combinations come as near to the targets as coordinate descent finds: records are first drawn one
 * value after the other from the conditional counts, then each cell in turn takes the value (or none) that lowers the
 * weighted sum of squared deviations most. What single values still lack, because the combinations they stood in were not
 * released, is made up by further records. No record ever holds a combination that is not in the set.
 * Returns one list of attributes a record, ascending.
 */
export async function synthesise(targets: Targets, options: SynthesisOptions): Promise<number[][]> {
  const work = new Synthesis(targets, options.chance)
  const rows = Math.max(0, Math.round(targets.counts[0] ?? 0))
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
    await breathe(row / rows / (mostSweeps + 1))
  }
  const sweep = async (from: number, done: number) => {
    let moved = 0
    for (let row = from; row < work.size; row++) {
      moved += work.improve(row)
      await breathe(done)
    }
    return moved
  }
  for (let n = 0; n < mostSweeps && (n < fewestSweeps || work.visited < enoughVisits); n++) {
    if ((await sweep(0, (n + 1) / (mostSweeps + 1))) * 200 < rows) break
  }
  // Twice each: a new record is filled once, and looked at again in the light of the others.
  for (let n = 0; n < mostRounds; n++) {
    const from = work.size
    work.addRecords()
    if (work.size === from) break
    await sweep(from, 1)
    await sweep(from, 1)
  }
  return work.records(rows)
}

class Synthesis {
  /** Parts of records that were looked at, which is what the time goes into. */
  visited = 0
  readonly #targets: Targets
  readonly #chance: () => number
  /** Deviation of the records so far from the target, by node. */
  readonly #off: Float64Array
  readonly #cells: Int32Array[] = []
  readonly #parts: SubsetNodes
  readonly #weights: Float64Array
  readonly #order: Int32Array
  readonly #bits: Int32Array
  /** Candidate values of a cell: their cost, and which place each value has among them. */
  readonly #cost: Float64Array
  readonly #place: Int32Array
  readonly #met: Int32Array

  constructor(targets: Targets, chance: () => number) {
    const { domain, set, counts, containment } = targets
    this.#targets = targets
    this.#chance = chance
    this.#off = Float64Array.from(counts, count => -count)
    this.#parts = new SubsetNodes(containment, domain, set.longest - 1)
    this.#weights = Float64Array.from({ length: set.longest + 2 }, (_, l) => targets.weights[l] ?? 1)
    this.#order = Int32Array.from({ length: domain.groups }, (_, g) => g)
    this.#bits = new Int32Array(domain.groups)
    this.#cost = new Float64Array(domain.attributes.length)
    this.#place = new Int32Array(domain.attributes.length).fill(-1)
    this.#met = new Int32Array(domain.attributes.length)
  }

  get size(): number {
    return this.#cells.length
  }

  /** The records; of those beyond the first `asked`, only those that hold something. */
  records(asked: number): number[][] {
    const lists = this.#cells.map(cells => [...cells].filter(value => value !== nothing))
    return lists.filter((list, at) => at < asked || list.length > 0)
  }

  /** One more record, drawn value by value from the counts that its values so far leave. */
  draw(): void {
    const { containment, counts } = this.#targets
    const { starts, added, whole, groups } = containment
    const cells = this.#empty()
    const parts = this.#parts
    parts.clear()
    this.#shuffle()
    for (const group of this.#order) {
      const context = parts.someLongest(this.#chance)
      const slot = context * (groups + 1) + group
      let left = this.#chance() * Math.max(1, counts[context] ?? 0)
      for (let e = starts[slot] ?? 0; e < (starts[slot + 1] ?? 0); e++) {
        left -= counts[whole[e] ?? 0] ?? 0
        if (left >= 0) continue
        const value = added[e] ?? 0
        if (!parts.takes(value)) break
        cells[group] = value
        parts.add(value, this.#gain)
        break
      }
    }
  }

  /** Empty records, one for every two values that are lacking; they are to be improved, and those that stay empty are left out. */
  addRecords(): void {
    let lacking = 0
    for (let node = 1; node <= this.#targets.set.lengthAt(1); node++) lacking += Math.max(0, -(this.#off[node] ?? 0))
    for (let more = Math.floor(lacking / 2); more > 0; more--) this.#empty()
  }

  #empty(): Int32Array {
    const cells = new Int32Array(this.#targets.domain.groups).fill(nothing)
    this.#cells.push(cells)
    this.#shift(0, 1)
    return cells
  }

  /** Visits each cell of a record once; says how many changed. */
  improve(row: number): number {
    const cells = this.#cells[row]
    if (cells === undefined) return 0
    let moved = 0
    this.#list(cells)
    this.#shuffle()
    for (const group of this.#order) {
      if (this.#parts.overflows) this.#list(cells, group)
      if (!this.#improveCell(cells, group)) continue
      moved++
      this.#list(cells)
    }
    return moved
  }

  /** Lists the parts of a record, and by which bit each group's value is known in them. */
  #list(cells: Int32Array, without = -1): void {
    this.#parts.clear()
    this.#bits.fill(0)
    let bit = 1
    for (let group = 0; group < cells.length; group++) {
      const value = cells[group] ?? nothing
      if (value === nothing || group === without) continue
      this.#parts.add(value)
      this.#bits[group] = bit
      bit <<= 1
    }
  }

  #improveCell(cells: Int32Array, group: number): boolean {
    const { starts, added, whole, groups } = this.#targets.containment
    const { nodes, depths, holds, size } = this.#parts
    const before = cells[group] ?? nothing
    const own = this.#bits[group] ?? 0
    this.visited += size
    const fewest = this.#fewest(group, own)
    if (fewest < 0) return false
    const from = starts[fewest] ?? 0
    const to = starts[fewest + 1] ?? 0
    const candidates = to - from
    const cost = this.#cost
    const place = this.#place
    for (let e = from; e < to; e++) {
      cost[e - from] = 0
      place[added[e] ?? 0] = e - from
    }
    const met = this.#met
    met.fill(0, 0, candidates)
    let parts = 0
    for (let s = 0; s < size; s++) {
      if (((holds[s] ?? 0) & own) !== 0) continue
      parts++
      const weight = this.#weights[(depths[s] ?? 0) + 1] ?? 1
      const slot = (nodes[s] ?? 0) * (groups + 1) + group
      const begin = starts[slot] ?? 0
      const end = starts[slot + 1] ?? 0
      if (end - begin > 2 * candidates) {
        for (let c = 0; c < candidates; c++) {
          const value = added[from + c] ?? 0
          const node = joinedWith(this.#targets.containment, nodes[s] ?? 0, group, value)
          if (node >= 0) this.#weigh(c, weight, node, value === before)
        }
      } else {
        for (let e = begin; e < end; e++) {
          const value = added[e] ?? 0
          const c = place[value] ?? -1
          if (c >= 0) this.#weigh(c, weight, whole[e] ?? 0, value === before)
        }
      }
    }
    let best: number = nothing
    let least = before === nothing ? -1e-9 : 0
    const current = before === nothing ? -1 : (place[before] ?? -1)
    if (current >= 0 && (cost[current] ?? 0) <= 1e-9) {
      best = before
      least = cost[current] ?? 0
    }
    for (let c = 0; c < candidates; c++) {
      const value = added[from + c] ?? 0
      place[value] = -1
      if (met[c] !== parts || (cost[c] ?? 0) >= least - 1e-9) continue
      best = value
      least = cost[c] ?? 0
    }
    if (best === before) return false
    this.#replace(group, own, before, best)
    cells[group] = best
    return true
  }

  #weigh(candidate: number, weight: number, node: number, isBefore: boolean): void {
    const here = this.#off[node] ?? 0
    this.#cost[candidate] = (this.#cost[candidate] ?? 0) + weight * (2 * (isBefore ? here - 1 : here) + 1)
    this.#met[candidate] = (this.#met[candidate] ?? 0) + 1
  }

  /** The entries of the part that goes together with the fewest values of a group; -1 when one goes with none. */
  #fewest(group: number, own: number): number {
    const { starts, groups } = this.#targets.containment
    const { nodes, holds, size } = this.#parts
    let fewest = -1
    let least = Number.POSITIVE_INFINITY
    for (let s = size - 1; s >= 0; s--) {
      if (((holds[s] ?? 0) & own) !== 0) continue
      const slot = (nodes[s] ?? 0) * (groups + 1) + group
      const count = (starts[slot + 1] ?? 0) - (starts[slot] ?? 0)
      if (count === 0) return -1
      if (count < least) {
        least = count
        fewest = slot
        if (count === 1) break
      }
    }
    return fewest
  }

  #replace(group: number, own: number, before: number, after: number): void {
    const { nodes, holds, size } = this.#parts
    for (let s = 0; s < size; s++) {
      if (((holds[s] ?? 0) & own) !== 0) continue
      const part = nodes[s] ?? 0
      if (before !== nothing) this.#shift(joinedWith(this.#targets.containment, part, group, before), -1)
      if (after !== nothing) this.#shift(joinedWith(this.#targets.containment, part, group, after), 1)
    }
  }

  #shift(node: number, by: number): void {
    this.#off[node] = (this.#off[node] ?? 0) + by
  }

  readonly #gain = (node: number): void => this.#shift(node, 1)

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
