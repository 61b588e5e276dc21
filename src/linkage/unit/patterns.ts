import { alikePairs, type Watch } from '../dice/compare.ts'
import { commonBits } from '../dice/bits.ts'
import { diceFrom } from '../dice/dice.ts'
import { rowAt, type Rows, rowsOf } from '../dice/rows.ts'
import type { Submitted } from '../submission/submission.ts'
import type { PatternCounts } from '../train/patterns.ts'
import type { Chance } from '#dictionary/chance.ts'

/** Dice from which each level of an encoding begins, best first; below the last is the level of strangers. */
export type Bounds = readonly number[]

export interface Patterns {
  readonly counts: PatternCounts
  /** Levels of each encoding, the level of strangers included. */
  readonly sizes: readonly number[]
  readonly bounds: readonly Bounds[]
  /** Pairs in which any encoding is above strangers, with the number of their pattern. */
  readonly left: Int32Array
  readonly right: Int32Array
  readonly pattern: Int32Array
}

/** Each encoding of all records, one after the other. */
export function sides(records: readonly Submitted[], encodings: number): Rows[] {
  return Array.from({ length: encodings }, (_, at) => rowsOf(records.map(record => record.encodings[at] ?? null)))
}

const levels = 6

/**
 * Where levels begin, from the likeness of strangers, which hardening moves as it likes: 50,000 random pairs. The lowest level begins where about ten
 * strangers a record are left over by chance (one in 200 to one in 10,000 pairs); the rest divide the way up to 1 evenly.
 */
export function boundsOf(rows: Rows, dice: Chance): Bounds {
  const speaking = Array.from(rows.sets.keys()).filter(at => at < rows.count && (rows.sets[at] ?? 0) > 0)
  if (speaking.length < 2) return even(0.8)
  const seen: number[] = []
  for (let turn = 0; turn < 50_000; turn++) {
    const [a, b] = [dice.pick(speaking), dice.pick(speaking)]
    if (a !== b) seen.push(likeness(rows, a, b))
  }
  seen.sort((x, y) => y - x)
  const tail = Math.min(5e-3, Math.max(1e-4, 10 / speaking.length))
  return even(Math.min(0.97, seen[Math.floor(seen.length * tail)] ?? 0.8))
}

const even = (floor: number): Bounds =>
  Array.from({ length: levels - 1 }, (_, k) => floor + ((1 - floor) * (levels - 2 - k)) / (levels - 1))

export const likeness = (rows: Rows, a: number, b: number): number =>
  diceFrom(commonBits(rowAt(rows, a), rowAt(rows, b)), (rows.sets[a] ?? 0) + (rows.sets[b] ?? 0))

/** Counts agreement patterns over all pairs of records: exactly, since whoever is below every lowest level has one pattern. */
export async function patternsOf(all: readonly Rows[], bounds: readonly Bounds[], watch: Watch): Promise<Patterns> {
  const count = all[0]?.count ?? 0
  const candidates = new Map<number, true>()
  for (const [at, rows] of all.entries()) {
    const threshold = bounds[at]?.at(-1) ?? 1
    const found = await alikePairs(
      { left: rows, right: null, threshold },
      { ...watch, progress: (done, of) => watch.progress?.(at * of + done, all.length * of) },
    )
    for (const { a, b } of found) candidates.set(a * count + b, true)
  }
  const numbers = new Map<string, number>()
  const patterns: number[][] = []
  const counts: number[] = []
  const numberOf = (digits: number[]): number => {
    const key = digits.join(' ')
    const known = numbers.get(key)
    if (known !== undefined) return known
    numbers.set(key, patterns.length)
    counts.push(0)
    return patterns.push(digits) - 1
  }
  const keys = [...candidates.keys()].sort((x, y) => x - y)
  const left = Int32Array.from(keys, key => Math.floor(key / count))
  const right = Int32Array.from(keys, key => key % count)
  const pattern = Int32Array.from(keys, (_, i) => {
    const number = numberOf(all.map((rows, at) => digitOf(rows, bounds[at] ?? [], left[i] ?? 0, right[i] ?? 0)))
    counts[number] = (counts[number] ?? 0) + 1
    return number
  })
  addStrangers(all, { left, right, numberOf, counts })
  const digits = all.map((_, at) => Uint8Array.from(patterns, each => each[at] ?? 0))
  return {
    counts: { digits, counts: Float64Array.from(counts) },
    sizes: all.map(() => levels),
    bounds,
    left,
    right,
    pattern,
  }
}

/** 0 when either side says nothing; 1 the best level. */
function digitOf(rows: Rows, bounds: Bounds, a: number, b: number): number {
  if ((rows.sets[a] ?? 0) === 0 || (rows.sets[b] ?? 0) === 0) return 0
  const value = likeness(rows, a, b)
  const level = bounds.findIndex(bound => value >= bound)
  return level < 0 ? levels : level + 1
}

interface Counting {
  readonly left: Int32Array
  readonly right: Int32Array
  readonly numberOf: (digits: number[]) => number
  readonly counts: number[]
}

/** All other pairs by which encodings speak on both sides, less the candidates. */
function addStrangers(all: readonly Rows[], { left, right, numberOf, counts }: Counting): void {
  const count = all[0]?.count ?? 0
  const masks = Int32Array.from({ length: count }, (_, at) =>
    all.reduce((mask, rows, e) => mask | ((rows.sets[at] ?? 0) > 0 ? 1 << e : 0), 0),
  )
  const byMask = new Map<number, number>()
  for (const mask of masks) byMask.set(mask, (byMask.get(mask) ?? 0) + 1)
  const pairs = new Map<number, number>()
  const add = (mask: number, much: number) => pairs.set(mask, (pairs.get(mask) ?? 0) + much)
  const groups = [...byMask]
  groups.forEach(([mask, n], i) => {
    add(mask, (n * (n - 1)) / 2)
    for (const [other, m] of groups.slice(i + 1)) add(mask & other, n * m)
  })
  left.forEach((a, i) => add((masks[a] ?? 0) & (masks[right[i] ?? 0] ?? 0), -1))
  for (const [mask, much] of pairs) {
    if (much <= 0) continue
    const number = numberOf(all.map((_, e) => ((mask >> e) & 1 ? levels : 0)))
    counts[number] = (counts[number] ?? 0) + much
  }
}
