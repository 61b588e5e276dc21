import { type Containment, joinedWith } from './containment.ts'
import type { Domain } from './facts.ts'

/** The nodes of all parts of a record up to a length, leaving one cell out. The arrays are used again for the next record. */
export class SubsetNodes {
  readonly #containment: Containment
  readonly #domain: Domain
  readonly #most: number
  readonly #values: Int32Array
  #filled = 0
  nodes = new Int32Array(4096)
  depths = new Int32Array(4096)
  #lasts = new Int32Array(4096)
  size = 0
  /** Where the longest parts begin. */
  longestFrom = 0

  constructor(containment: Containment, domain: Domain, most: number) {
    this.#containment = containment
    this.#domain = domain
    this.#most = Math.max(0, most)
    this.#values = new Int32Array(domain.groups)
  }

  /** Lists the parts of `cells` (one value or -1 a group) without group `without`, by length. */
  of(cells: Int32Array, without: number): void {
    this.#filled = 0
    for (let g = 0; g < cells.length; g++) {
      const value = cells[g] ?? -1
      if (g !== without && value >= 0) this.#values[this.#filled++] = value
    }
    this.nodes[0] = 0
    this.depths[0] = 0
    this.#lasts[0] = -1
    this.size = 1
    this.longestFrom = 0
    for (let depth = 0, from = 0; depth < this.#most; depth++) {
      const to = this.size
      for (let s = from; s < to; s++) {
        for (let at = (this.#lasts[s] ?? 0) + 1; at < this.#filled; at++) {
          const node = this.#join(this.nodes[s] ?? 0, at)
          if (node >= 0) this.#push(node, depth + 1, at)
        }
      }
      if (this.size === to) break
      this.longestFrom = to
      from = to
    }
  }

  /** The combinations one longer than the listed parts, within `cells` as last listed whole. */
  longest(cells: Int32Array, visit: (node: number) => void): void {
    this.of(cells, -1)
    for (let s = 0; s < this.size; s++) {
      if (this.depths[s] !== this.#most) continue
      for (let at = (this.#lasts[s] ?? 0) + 1; at < this.#filled; at++) {
        const node = this.#join(this.nodes[s] ?? 0, at)
        if (node >= 0) visit(node)
      }
    }
  }

  #join(node: number, at: number): number {
    const value = this.#values[at] ?? 0
    return joinedWith(this.#containment, node, this.#domain.groupOf[value] ?? 0, value)
  }

  #push(node: number, depth: number, last: number): void {
    if (this.size === this.nodes.length) {
      this.nodes = wider(this.nodes)
      this.depths = wider(this.depths)
      this.#lasts = wider(this.#lasts)
    }
    this.nodes[this.size] = node
    this.depths[this.size] = depth
    this.#lasts[this.size] = last
    this.size++
  }
}

function wider(array: Int32Array): Int32Array<ArrayBuffer> {
  const next = new Int32Array(array.length * 2)
  next.set(array)
  return next
}
