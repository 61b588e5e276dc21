/** Disjoint sets of 0, 1, …, paths halved. */
export class Forest {
  readonly #parent: Int32Array

  constructor(members: number) {
    this.#parent = Int32Array.from({ length: members }, (_, i) => i)
  }

  root(member: number): number {
    const parent = this.#parent
    let at = member
    while (parent[at] !== at) at = parent[at] = parent[parent[at] as number] as number
    return at
  }

  join(a: number, b: number): void {
    const [x, y] = [this.root(a), this.root(b)]
    if (x !== y) this.#parent[Math.max(x, y)] = Math.min(x, y)
  }
}
