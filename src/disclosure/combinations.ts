/**
 * Sets of combinations of attributes, as a tree in typed arrays. A combination of length l is a node of level l: its last
 * (largest) attribute and its parent, the combination without it. Nodes of a level stand in lexicographic order, so the
 * children of a node are neighbours. Level 0 is the one empty combination: everybody.
 */
export interface Level {
  readonly last: Int32Array
  readonly parent: Int32Array
  /** Children of node i of this level are `childStart[i]` to `childStart[i + 1] - 1` of the next. */
  childStart: Int32Array
}

export class Combinations {
  readonly levels: readonly Level[]
  /** Nodes of all levels have one number: `base[l]` plus the place in the level. */
  readonly base: readonly number[]

  constructor(levels: readonly { last: Int32Array; parent: Int32Array }[]) {
    this.levels = levels.map(({ last, parent }, l) => ({
      last,
      parent,
      childStart: childStarts(last.length, levels[l + 1]?.parent),
    }))
    const base = [0]
    for (const { last } of levels) base.push((base.at(-1) ?? 0) + last.length)
    this.base = base
  }

  /** The longest length there is a level for, be it empty. */
  get longest(): number {
    return this.levels.length - 1
  }

  /** How many there are, the empty one included. */
  get size(): number {
    return this.base.at(-1) ?? 0
  }

  lengthAt(level: number): number {
    return this.levels[level]?.last.length ?? 0
  }

  /** The attributes of a node, ascending. */
  attributes(level: number, place: number): number[] {
    const found: number[] = []
    for (let l = level, at = place; l > 0; l--) {
      const nodes = this.levels[l]
      found.push(nodes?.last[at] ?? 0)
      at = nodes?.parent[at] ?? 0
    }
    return found.reverse()
  }

  /** Place in the next level of node `place` with a larger attribute, or -1. */
  child(level: number, place: number, attribute: number): number {
    const starts = this.levels[level]?.childStart
    const last = this.levels[level + 1]?.last
    if (starts === undefined || last === undefined || place < 0) return -1
    let low = starts[place] ?? 0
    let high = (starts[place + 1] ?? 0) - 1
    while (low <= high) {
      const middle = (low + high) >> 1
      const here = last[middle] ?? 0
      if (here === attribute) return middle
      if (here < attribute) low = middle + 1
      else high = middle - 1
    }
    return -1
  }

  /** Place in its level of a combination given ascending, or -1. */
  find(attributes: ArrayLike<number>): number {
    let place = 0
    for (let l = 0; l < attributes.length && place >= 0; l++) place = this.child(l, place, attributes[l] ?? -1)
    return place
  }
}

/** How often each combination of a set was found, level by level in the order of the set. */
export interface Counted {
  readonly set: Combinations
  readonly counts: readonly Int32Array[]
}

/** The number of a combination (0 for one that is not in the set). */
export function countOf({ set, counts }: Counted, attributes: readonly number[]): number {
  const place = set.find(attributes)
  return place < 0 ? 0 : (counts[attributes.length]?.[place] ?? 0)
}

/** The combinations of a set that are kept, with everything under one that is not kept left out. */
export function filtered(set: Combinations, keep: (level: number, place: number) => boolean): Filtered {
  const places: Int32Array[] = [Int32Array.of(0)]
  let renumbered: Int32Array = Int32Array.of(0)
  const levels = [{ last: Int32Array.of(-1), parent: Int32Array.of(-1) }]
  for (let l = 1; l <= set.longest; l++) {
    const { last, parent } = set.levels[l] ?? { last: new Int32Array(), parent: new Int32Array() }
    const kept: number[] = []
    const next = new Int32Array(last.length).fill(-1)
    for (let at = 0; at < last.length; at++) {
      if ((renumbered[parent[at] ?? 0] ?? -1) < 0 || !keep(l, at)) continue
      next[at] = kept.length
      kept.push(at)
    }
    const before = renumbered
    levels.push({
      last: Int32Array.from(kept, at => last[at] ?? 0),
      parent: Int32Array.from(kept, at => before[parent[at] ?? 0] ?? 0),
    })
    places.push(Int32Array.from(kept))
    renumbered = next
  }
  return { set: new Combinations(levels), places }
}

export interface Filtered {
  readonly set: Combinations
  /** For each level the places in the set that was filtered. */
  readonly places: readonly Int32Array[]
}

function childStarts(parents: number, parentOf: Int32Array | undefined): Int32Array {
  const starts = new Int32Array(parents + 1)
  if (parentOf === undefined) return starts
  for (const parent of parentOf) starts[parent + 1] = (starts[parent + 1] ?? 0) + 1
  for (let at = 0; at < parents; at++) starts[at + 1] = (starts[at + 1] ?? 0) + (starts[at] ?? 0)
  return starts
}
