import { type Containment, joinedWith } from './containment.ts'
import type { Domain } from './facts.ts'

/** So many values of one record fit the bits of a part. */
const mostBits = 31

/** The nodes of all parts of a record up to a length. The arrays are used again for the next record. */
export class SubsetNodes {
  readonly #containment: Containment
  readonly #groupOf: Int32Array
  readonly #most: number
  /** The node of each part, how long it is, and which values (by when they were added) it holds. */
  nodes = new Int32Array(4096)
  depths = new Int32Array(4096)
  holds = new Int32Array(4096)
  size = 0
  #added = 0

  constructor(containment: Containment, domain: Domain, most: number) {
    this.#containment = containment
    this.#groupOf = domain.groupOf
    this.#most = Math.max(0, most)
  }

  /** Begins with a record that holds nothing, whose one part is empty. */
  clear(): void {
    this.size = 1
    this.nodes[0] = 0
    this.depths[0] = 0
    this.holds[0] = 0
    this.#added = 0
  }

  /** True when the record has more values than parts can tell apart by their bits. */
  get overflows(): boolean {
    return this.#added > mostBits
  }

  /** Adds a value: every part with it is a part too. `visit` gets the nodes of all combinations that come with it, also one longer than the parts. */
  add(value: number, visit?: (node: number) => void): void {
    const group = this.#groupOf[value] ?? 0
    const bit = this.#added < mostBits ? 1 << this.#added : 0
    this.#added++
    const before = this.size
    for (let s = 0; s < before; s++) {
      const depth = this.depths[s] ?? 0
      if (depth >= this.#most && visit === undefined) continue
      const node = joinedWith(this.#containment, this.nodes[s] ?? 0, group, value)
      if (node < 0) continue
      visit?.(node)
      if (depth < this.#most) this.#push(node, depth + 1, (this.holds[s] ?? 0) | bit)
    }
  }

  /** Whether a value goes together with every part. */
  takes(value: number): boolean {
    const group = this.#groupOf[value] ?? 0
    for (let s = this.size - 1; s >= 0; s--) {
      if (joinedWith(this.#containment, this.nodes[s] ?? 0, group, value) < 0) return false
    }
    return true
  }

  /** One of the longest parts. */
  someLongest(chance: () => number): number {
    let longest = 0
    for (let s = 0; s < this.size; s++) longest = Math.max(longest, this.depths[s] ?? 0)
    let seen = 0
    let chosen = 0
    for (let s = 0; s < this.size; s++) {
      if (this.depths[s] === longest && chance() * ++seen < 1) chosen = s
    }
    return this.nodes[chosen] ?? 0
  }

  #push(node: number, depth: number, holds: number): void {
    if (this.size === this.nodes.length) {
      this.nodes = wider(this.nodes)
      this.depths = wider(this.depths)
      this.holds = wider(this.holds)
    }
    this.nodes[this.size] = node
    this.depths[this.size] = depth
    this.holds[this.size] = holds
    this.size++
  }
}

function wider(array: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(array.length * 2)
  next.set(array)
  return next
}
