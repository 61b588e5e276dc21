import { cut, merges } from '../cluster/average.ts'
import { noDecisions } from '../cluster/links.ts'
import { independent } from '../train/dependence.ts'
import { beginning, bitsOf, type ByChance, chance, expectMaximise, patternWeights, shares } from '../train/em.ts'
import type { Levels } from '../train/patterns.ts'
import type { Patterns } from './patterns.ts'

/** What EM found: chances of each level among pairs of one person (m) and of two (u), and the share of pairs that are one person. */
export interface UnitModel {
  readonly m: Levels
  readonly u: Levels
  readonly prior: number
}

/**
 * The engine's model on the patterns of encodings. u begins as what all pairs show and is then learned from the pairs that are probably two persons;
 * the prior begins with a third of the records being there twice.
 */
export function learn({ counts, sizes }: Patterns, records: number): UnitModel {
  const all = sizes.map((_, at) => at)
  const total = counts.counts.reduce((a, b) => a + b, 0)
  let m = beginning(sizes)
  let u = shares(counts, sizes, () => 1, [])
  let prior = Math.min(0.5, Math.max(1, records / 3) / Math.max(1, total))
  for (let turn = 0; turn < 6; turn++) {
    const found = expectMaximise({ patterns: counts, learn: all, m, byChance: alone(u), prior })
    m = found.m
    prior = found.prior
    const weights = patternWeights(counts, m, alone(u), all)
    const base = bitsOf(prior)
    u = shares(counts, sizes, i => 1 - chance(base + (weights[i] ?? 0)), u)
  }
  return { m, u, prior }
}

/** Encodings of different columns are taken to err on their own, among strangers too. */
const alone = (u: Levels): ByChance => ({ u, dependence: independent(u.length) })

/** For every candidate pair the log2 odds that it is one person. */
export function weigh({ counts, pattern, sizes }: Patterns, { m, u, prior }: UnitModel): Float64Array {
  const weights = patternWeights(
    counts,
    m,
    alone(u),
    sizes.map((_, at) => at),
  )
  const base = bitsOf(prior)
  return Float64Array.from(pattern, number => base + (weights[number] ?? 0))
}

/** For each record the smallest record of its cluster. Groups whose pairs agree on average, so that no chain of single links makes a person. */
export function clustersOf(
  patterns: Patterns,
  weights: Float64Array,
  o: { records: number; probability: number },
): Int32Array {
  const links = { records: o.records, left: patterns.left, right: patterns.right, weight: weights }
  const least = bitsOf(o.probability)
  return cut(o.records, merges(links, noDecisions, least), least)
}
