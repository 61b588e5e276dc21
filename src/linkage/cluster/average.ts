import { Forest } from './forest.ts'
import { Heap } from './heap.ts'
import type { Decisions, Links } from './links.ts'

/** Weight of two records that no rule brought together, or that fell below the floor: much speaks against them. */
const unseen = -10
const decidedSame = 1e6
const decidedDifferent = -1e9

/** Two groups became one because the pairs between them weigh this much on average. */
export interface Merge {
  /** Smallest record of each group; `into` is the smaller one. */
  readonly into: number
  readonly from: number
  readonly weight: number
  /** Records of both. */
  readonly size: number
}

interface Edge {
  sum: number
  seen: number
}

interface Meeting {
  readonly a: number
  readonly b: number
  readonly average: number
  /** Sizes when it was written; another size means that it is out of date. */
  readonly sizes: number
}

/**
 * The order in which groups of records become one, from the strongest evidence to the weakest: the two groups with the
 * highest average weight over all pairs between them go first (average linkage, UPGMA). Pairs that were never scored count
 * as strongly different, so no chain of single links holds a group together. Pairs decided the same come first, and what
 * was decided different never meets. Weights never rise along the list, so every threshold cuts it in one place.
 * @param least merges below this weight are not looked for.
 */
export function merges(
  { records, left, right, weight }: Links,
  { same, different }: Decisions,
  least = unseen,
): Merge[] {
  const size = new Int32Array(records).fill(1)
  const first = Int32Array.from({ length: records }, (_, i) => i)
  const near = new Map<number, Map<number, Edge>>()
  const edge = (a: number, b: number, sum: number): void => {
    for (const [x, y] of [
      [a, b],
      [b, a],
    ] as const) {
      const edges = near.get(x) ?? new Map<number, Edge>()
      near.set(x, edges.set(y, { sum, seen: 1 }))
    }
  }
  const reach = reachable({ records, left, right, weight }, same, least)
  for (let i = 0; i < left.length; i++) {
    const [l, r] = [left[i] as number, right[i] as number]
    if (reach[l] === reach[r]) edge(l, r, weight[i] as number)
  }
  for (const [a, b] of same) edge(a, b, decidedSame)
  for (const [a, b] of different) edge(a, b, decidedDifferent)

  const queue = new Heap<Meeting>(
    (x, y) => x.average > y.average || (x.average === y.average && (x.a < y.a || (x.a === y.a && x.b < y.b))),
  )
  const meet = (x: number, y: number, { sum, seen }: Edge): void => {
    const pairs = (size[x] as number) * (size[y] as number)
    const average = (sum + unseen * (pairs - seen)) / pairs
    const [a, b] = (first[x] as number) < (first[y] as number) ? [x, y] : [y, x]
    if (average >= least) queue.push({ a, b, average, sizes: pairs * 1e6 + (size[x] as number) + (size[y] as number) })
  }
  for (const [a, edges] of near) for (const [b, between] of edges) if (a < b) meet(a, b, between)

  const done: Merge[] = []
  let last = Number.POSITIVE_INFINITY
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { a, b, average } = next
    const [x, y] = [size[a] as number, size[b] as number]
    if (x === 0 || y === 0 || next.sizes !== x * y * 1e6 + x + y) continue
    const [keep, gone] = (near.get(a)?.size ?? 0) >= (near.get(b)?.size ?? 0) ? [a, b] : [b, a]
    const [from, into] = [first[a] as number, first[b] as number].toSorted((p, q) => q - p) as [number, number]
    // Sums of doubles may differ in the last digit from what they would be in another order.
    last = Math.min(last, average)
    done.push({ into, from, weight: last, size: x + y })
    size[keep] = x + y
    size[gone] = 0
    first[keep] = into
    swallow(near, keep, gone)
    for (const [other, between] of near.get(keep) ?? []) meet(keep, other, between)
  }
  return done
}

/**
 * Which records can come into one group at all. An average reaches `least` only where some link does, since what was never scored weighs less:
 * links between two of these parts move nothing, and most links of a large file are such.
 */
function reachable({ records, left, right, weight }: Links, same: Decisions['same'], least: number): Int32Array {
  const parts = new Forest(records)
  for (let i = 0; i < left.length; i++)
    if ((weight[i] as number) >= least) parts.join(left[i] as number, right[i] as number)
  for (const [a, b] of same) parts.join(a, b)
  return parts.labels()
}

/** The edges of `gone` become those of `keep`. */
function swallow(near: Map<number, Map<number, Edge>>, keep: number, gone: number): void {
  const kept = near.get(keep) ?? new Map<number, Edge>()
  kept.delete(gone)
  for (const [other, between] of near.get(gone) ?? []) {
    if (other === keep) continue
    const before = kept.get(other)
    const joined = before === undefined ? between : { sum: before.sum + between.sum, seen: before.seen + between.seen }
    kept.set(other, joined)
    const theirs = near.get(other)
    theirs?.delete(gone)
    theirs?.set(keep, joined)
  }
  near.delete(gone)
}

/** For each record the smallest record of its group, when merges go down to `least`. */
export function cut(records: number, order: readonly Merge[], least: number): Int32Array {
  const parent = Int32Array.from({ length: records }, (_, i) => i)
  for (const { into, from, weight } of order) if (weight >= least) parent[from] = into
  for (let i = 0; i < records; i++) parent[i] = parent[parent[i] as number] as number
  return parent
}
