import type { Dependence } from './dependence.ts'
import type { Levels, PatternCounts } from './patterns.ts'

/**
 * Fellegi and Sunter's model with expectation-maximisation on counts of agreement patterns (Fellegi & Sunter 1969;
 * Winkler 1988; counts instead of pairs: Enamorado, Fifield & Imai 2019). Comparisons are independent given whether a
 * pair is one person; a comparison that says nothing (digit 0) is left out of that pair.
 */

/** Share of pairs at each level, among those where the comparison speaks; `weight` says how much a pattern counts. */
export function shares(
  patterns: PatternCounts,
  sizes: readonly number[],
  weight: (pattern: number) => number,
  before: Levels,
): Levels {
  return sizes.map((size, c) => {
    const digits = patterns.digits[c] as Uint8Array
    const sums = new Float64Array(size + 1)
    for (let i = 0; i < digits.length; i++)
      sums[digits[i] as number] = (sums[digits[i] as number] as number) + (patterns.counts[i] as number) * weight(i)
    return smoothed(sums.subarray(1), before[c] ?? [])
  })
}

/** One imagined pair spread as before keeps a level that was never seen from weighing infinitely. */
function smoothed(sums: Float64Array, before: readonly number[]): number[] {
  const total = sums.reduce((a, b) => a + b, 0) + 1
  const even = 1 / sums.length
  return [...sums].map((sum, k) => Math.max((sum + (before[k] ?? even)) / total, 1e-9))
}

/** Chance agreement as it was learnt: u of each level, and which comparisons lean on which. */
export interface ByChance {
  readonly u: Levels
  readonly dependence: Dependence
}

/** log2 of m/u of every pattern, over the comparisons given. */
export function patternWeights(
  patterns: PatternCounts,
  m: Levels,
  { u, dependence }: ByChance,
  comparisons: readonly number[],
): Float64Array {
  const weights = new Float64Array(patterns.counts.length)
  for (const c of comparisons) {
    const digits = patterns.digits[c] as Uint8Array
    const leaning = dependence[c] ?? null
    const on = leaning === null ? null : (patterns.digits[leaning.on] as Uint8Array)
    const alone = bitsOfLevels(m[c], u[c])
    const beside = leaning?.u.map(row => bitsOfLevels(m[c], row)) ?? []
    for (let i = 0; i < digits.length; i++) {
      const table = on === null || on[i] === 0 ? alone : (beside[(on[i] as number) - 1] ?? alone)
      weights[i] = (weights[i] as number) + (table[digits[i] as number] as number)
    }
  }
  return weights
}

/**
 * What the comparisons that a block fixes add: given names that agree make the same nationality likelier among strangers, too.
 * log2 of u where they lean on nothing over u where they lean, so that only the learnt comparisons are weighed.
 */
export function leaningWeights(
  patterns: PatternCounts,
  { u, dependence }: ByChance,
  fixed: readonly number[],
): Float64Array {
  const same = u.map(levels => levels.map(() => 1))
  const leant = patternWeights(patterns, same, { u, dependence }, fixed)
  const alone = patternWeights(patterns, same, { u, dependence: u.map(() => null) }, fixed)
  return leant.map((value, i) => value - (alone[i] as number))
}

/** By digit: nothing for a comparison that says nothing. */
const bitsOfLevels = (m: readonly number[] = [], u: readonly number[] = []): number[] => [
  0,
  ...m.map((value, k) => Math.log2(value / (u[k] ?? 1))),
]

/** Chance of a match from a weight in bits. */
export const chance = (bits: number): number => (bits > 0 ? 1 / (1 + 2 ** -bits) : 2 ** bits / (1 + 2 ** bits))

/** log2 odds of a chance. */
export const bitsOf = (probability: number): number => Math.log2(probability / (1 - probability))

export interface EmInput {
  readonly patterns: PatternCounts
  /** Comparisons that the session learns; those of its block are no evidence. */
  readonly learn: readonly number[]
  readonly m: Levels
  readonly byChance: ByChance
  /** Share of matches in the block to begin with. */
  readonly prior: number
  readonly rounds?: number
}

export interface EmResult {
  readonly m: Levels
  readonly prior: number
  /** Pairs of the block that are matches, in expectation. */
  readonly matches: number
  readonly rounds: number
}

/** Finds m and the share of matches in a block; u stays. Stops when no chance moves by more than 0.0001. */
export function expectMaximise({
  patterns,
  learn,
  m: first,
  byChance,
  prior: firstPrior,
  rounds: most = 100,
}: EmInput): EmResult {
  const sizes = first.map(levels => levels.length)
  const total = patterns.counts.reduce((a, b) => a + b, 0)
  let m = first
  let prior = firstPrior
  let matches = 0
  const fixed = first.map((_, c) => c).filter(c => !learn.includes(c))
  const leaning = leaningWeights(patterns, byChance, fixed)
  for (let round = 1; ; round++) {
    const weights = patternWeights(patterns, m, byChance, learn)
    const base = bitsOf(prior)
    const posterior = weights.map((weight, i) => chance(base + weight + (leaning[i] as number)))
    matches = posterior.reduce((sum, p, i) => sum + p * (patterns.counts[i] as number), 0)
    const next = shares(patterns, sizes, i => posterior[i] as number, first)
    const nextPrior = Math.min(Math.max(matches / total, 1e-9), 1 - 1e-9)
    const moved = Math.max(
      Math.abs(nextPrior - prior),
      ...learn.flatMap(c => (next[c] ?? []).map((value, k) => Math.abs(value - (m[c]?.[k] ?? 0)))),
    )
    m = next.map((levels, c) => (learn.includes(c) ? levels : (first[c] ?? levels)))
    prior = nextPrior
    if (moved < 1e-4 || round >= most) return { m, prior, matches, rounds: round }
  }
}

/** Sessions' m averaged, each session weighing as many matches as it saw. A comparison that none learned keeps `before`. */
export function averaged(
  sessions: readonly { readonly learn: readonly number[]; readonly m: Levels; readonly matches: number }[],
  before: Levels,
): Levels {
  return before.map((levels, c) => {
    const taught = sessions.filter(session => session.learn.includes(c) && session.matches > 0)
    const total = taught.reduce((sum, session) => sum + session.matches, 0)
    if (total === 0) return levels
    return levels.map(
      (_, k) => taught.reduce((sum, session) => sum + (session.m[c]?.[k] ?? 0) * session.matches, 0) / total,
    )
  })
}

/** Values of m to begin with: the best level nine in ten, the rest shrinking. */
export function beginning(sizes: readonly number[]): Levels {
  return sizes.map(size => {
    const rest = Array.from({ length: size - 1 }, (_, k) => 2 ** -(k + 1))
    const sum = rest.reduce((a, b) => a + b, 0)
    return [0.9, ...rest.map(value => (0.1 * value) / sum)]
  })
}
