import { Combinations, type Level } from './combinations.ts'
import type { Domain } from './facts.ts'
import { Growing } from './growing.ts'

/** Only the empty combination: how many persons there are. */
export const nobodyAsked = (): Combinations =>
  new Combinations([{ last: Int32Array.of(-1), parent: Int32Array.of(-1) }])

/** The combinations of length 1: every attribute of the public lists. */
export function everyAttribute(domain: Domain): Combinations {
  const count = domain.attributes.length
  return new Combinations([
    { last: Int32Array.of(-1), parent: Int32Array.of(-1) },
    { last: Int32Array.from({ length: count }, (_, a) => a), parent: new Int32Array(count) },
  ])
}

/**
 * The kept combinations with one more level: every combination all of whose parts are kept, and no other. It depends on what was
 * released of the shorter lengths and on the public schema only.
 */
export function extended(kept: Combinations, domain: Domain): Combinations {
  const length = kept.longest
  const level = kept.levels[length] ?? {
    last: new Int32Array(),
    parent: new Int32Array(),
    childStart: new Int32Array(),
  }
  const above = kept.levels[length - 1]
  const last = new Growing()
  const parent = new Growing()
  const siblings = above?.childStart ?? Int32Array.of(0, level.last.length)
  for (let group = 0; group + 1 < siblings.length; group++) {
    const [from, to] = [siblings[group] ?? 0, siblings[group + 1] ?? 0]
    for (let a = from; a < to; a++) {
      const begun = kept.attributes(length, a)
      for (let b = a + 1; b < to; b++) {
        const added = level.last[b] ?? 0
        if (domain.groupOf[level.last[a] ?? 0] === domain.groupOf[added]) continue
        if (!partsKept(kept, begun, added)) continue
        last.push(added)
        parent.push(a)
      }
    }
  }
  return new Combinations([...kept.levels.map(bare), { last: last.toArray(), parent: parent.toArray() }])
}

const bare = ({ last, parent }: Level) => ({ last, parent })

/** All parts of `begun` and `added` that leave one of `begun` out, but for the two that made the pair. */
function partsKept(kept: Combinations, begun: readonly number[], added: number): boolean {
  for (let out = 0; out < begun.length - 1; out++) {
    let place = 0
    let depth = 0
    for (let at = 0; at < begun.length && place >= 0; at++) {
      if (at !== out) place = kept.child(depth++, place, begun[at] ?? 0)
    }
    if (place >= 0) place = kept.child(depth, place, added)
    if (place < 0) return false
  }
  return true
}
