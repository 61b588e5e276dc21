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
export function merges({ records, left, right, weight }: Links, decisions: Decisions, least = unseen): Merge[] {
  const links = { records, left, right, weight }
  const around = adjacency(links, decisions, reachable(links, decisions.same, least))
  const size = new Int32Array(records).fill(1)
  const first = Int32Array.from({ length: records }, (_, i) => i)
  const group = Int32Array.from({ length: records }, (_, i) => i)
  /** Of groups of several records; of one record alone, `around` says it. Keys may be groups that are part of another one by now. */
  const merged = new Map<number, Map<number, number>>()
  const groupOf = (at: number): number => {
    let root = at
    while (group[root] !== root) root = group[root] = group[group[root] as number] as number
    return root
  }
  const queue = new Heap<Meeting>(
    (x, y) => x.average > y.average || (x.average === y.average && (x.a < y.a || (x.a === y.a && x.b < y.b))),
  )
  const meet = (x: number, y: number, gain: number): void => {
    const pairs = (size[x] as number) * (size[y] as number)
    const average = unseen + gain / pairs
    const [a, b] = (first[x] as number) < (first[y] as number) ? [x, y] : [y, x]
    if (average >= least) queue.push({ a, b, average, sizes: pairs * 1e6 + (size[x] as number) + (size[y] as number) })
  }
  /** Adds up what lies between a group and the groups of now around it. */
  const gather = (of: number, into: Map<number, number>): void => {
    const add = (other: number, gain: number) => {
      const root = groupOf(other)
      into.set(root, (into.get(root) ?? 0) + gain)
    }
    const known = merged.get(of)
    if (known) for (const [other, gain] of known) add(other, gain)
    else
      for (let i = around.start[of] as number; i < (around.start[of + 1] as number); i++)
        add(around.to[i] as number, around.gain[i] as number)
    merged.delete(of)
  }
  for (let a = 0; a < records; a++)
    for (let i = around.start[a] as number; i < (around.start[a + 1] as number); i++)
      if (a < (around.to[i] as number)) meet(a, around.to[i] as number, around.gain[i] as number)

  const done: Merge[] = []
  let last = Number.POSITIVE_INFINITY
  for (let next = queue.pop(); next !== undefined; next = queue.pop()) {
    const { a, b, average } = next
    const [x, y] = [size[a] as number, size[b] as number]
    if (x === 0 || y === 0 || next.sizes !== x * y * 1e6 + x + y) continue
    const [from, into] = [first[a] as number, first[b] as number].toSorted((p, q) => q - p) as [number, number]
    // Sums of doubles may differ in the last digit from what they would be in another order.
    last = Math.min(last, average)
    done.push({ into, from, weight: last, size: x + y })
    const between = new Map<number, number>()
    gather(a, between)
    gather(b, between)
    size[a] = x + y
    size[b] = 0
    first[a] = into
    group[b] = a
    between.delete(a)
    between.delete(b)
    merged.set(a, between)
    for (const [other, gain] of between) meet(a, other, gain)
  }
  return done
}

/** What each link adds to a pair that was never scored, by record; both ways. A decided pair is what was decided, whatever was scored. */
function adjacency(
  { records, left, right, weight }: Links,
  { same, different }: Decisions,
  reach: Int32Array,
): { readonly start: Int32Array; readonly to: Int32Array; readonly gain: Float64Array } {
  const key = (a: number, b: number) => Math.min(a, b) * records + Math.max(a, b)
  const decided = new Map<number, number>()
  for (const [a, b] of same) decided.set(key(a, b), decidedSame)
  for (const [a, b] of different) decided.set(key(a, b), decidedDifferent)
  const start = new Int32Array(records + 1)
  const each = (visit: (a: number, b: number, gain: number) => void) => {
    for (let i = 0; i < left.length; i++) {
      const [a, b] = [left[i] as number, right[i] as number]
      if (reach[a] === reach[b] && (decided.size === 0 || !decided.has(key(a, b))))
        visit(a, b, (weight[i] as number) - unseen)
    }
    for (const [pair, bits] of decided) visit(Math.floor(pair / records), pair % records, bits - unseen)
  }
  each((a, b) => {
    start[a + 1] = (start[a + 1] as number) + 1
    start[b + 1] = (start[b + 1] as number) + 1
  })
  for (let at = 0; at < records; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number)
  const filled = start.slice(0, records)
  const to = new Int32Array(start[records] as number)
  const gains = new Float64Array(start[records] as number)
  const put = (from: number, other: number, gain: number) => {
    const at = filled[from] as number
    filled[from] = at + 1
    to[at] = other
    gains[at] = gain
  }
  each((a, b, gain) => {
    put(a, b, gain)
    put(b, a, gain)
  })
  return { start, to, gain: gains }
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

/** For each record the smallest record of its group, when merges go down to `least`. */
export function cut(records: number, order: readonly Merge[], least: number): Int32Array {
  const parent = Int32Array.from({ length: records }, (_, i) => i)
  for (const { into, from, weight } of order) if (weight >= least) parent[from] = into
  for (let i = 0; i < records; i++) parent[i] = parent[parent[i] as number] as number
  return parent
}
