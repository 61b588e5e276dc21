import { bitsOf, chance } from './em.ts'

/**
 * The prior on which the scored pairs agree with themselves: with m and u as they are, as many pairs are expected to be
 * matches as it says (expectation-maximisation for the share of matches alone). Pairs that no rule found count as none.
 */
export function expectedPrior({
  weights,
  counts,
  total,
  first,
}: {
  weights: Float64Array
  counts: Float64Array
  total: number
  first: number
}): number {
  let prior = first
  for (let round = 0; round < 200; round++) {
    const base = bitsOf(prior)
    let matches = 0
    for (let i = 0; i < counts.length; i++) matches += (counts[i] as number) * chance(base + (weights[i] as number))
    const next = Math.min(Math.max(matches / total, 0.1 / total), 0.5)
    if (Math.abs(next / prior - 1) < 1e-4) return next
    prior = next
  }
  return prior
}

/** How many pairs there are, of `link` kind, from the number of records of each source. */
export function pairTotal(perSource: readonly number[], link: 'within' | 'between' | 'both'): number {
  const all = perSource.reduce((a, b) => a + b, 0)
  const pairs = (n: number) => (n * (n - 1)) / 2
  const within = perSource.reduce((sum, n) => sum + pairs(n), 0)
  return link === 'within' ? within : link === 'between' ? pairs(all) - within : pairs(all)
}
