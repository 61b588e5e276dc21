/** Disjoint sets of 0, 1, … (union by size, paths halved). */
export class Forest {
  readonly #parent: Int32Array
  readonly #size: Int32Array
  /** How many sets there are. */
  count: number

  constructor(members: number) {
    this.#parent = Int32Array.from({ length: members }, (_, i) => i)
    this.#size = new Int32Array(members).fill(1)
    this.count = members
  }

  root(member: number): number {
    const parent = this.#parent
    let at = member
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }

  /** @returns the root of the joined set and the root that it swallowed; null when they were one already. */
  join(a: number, b: number): { readonly root: number; readonly gone: number } | null {
    const [x, y] = [this.root(a), this.root(b)]
    if (x === y) return null
    const [root, gone] = (this.#size[x] as number) >= (this.#size[y] as number) ? [x, y] : [y, x]
    this.#parent[gone] = root
    this.#size[root] = (this.#size[root] as number) + (this.#size[gone] as number)
    this.count--
    return { root, gone }
  }

  /** For each member the smallest member of its set. */
  labels(): Int32Array {
    const first = new Int32Array(this.#parent.length).fill(-1)
    return Int32Array.from(this.#parent, (_, member) => {
      const root = this.root(member)
      if (first[root] === -1) first[root] = member
      return first[root] as number
    })
  }
}
