import type { Combinations } from './combinations.ts'

/**
 * What the shorter combinations let one expect of each combination of a level: the count it would have if its attributes together
 * had no more to do with one another than their parts say (for pairs: independence). By inclusion and exclusion over the
 * logarithms of the counts of all parts; never above the smallest of them. `estimates` are by level, in the order of `set`.
 */
export function expectedCounts(
  candidates: Combinations,
  level: number,
  set: Combinations,
  estimates: readonly Float64Array[],
): Float64Array {
  const expected = new Float64Array(candidates.lengthAt(level))
  const parts = (1 << level) - 1
  for (let at = 0; at < expected.length; at++) {
    const whole = candidates.attributes(level, at)
    let logarithm = 0
    let least = Number.POSITIVE_INFINITY
    for (let part = 0; part < parts; part++) {
      const chosen = whole.filter((_, bit) => (part & (1 << bit)) !== 0)
      const count = Math.max(0.5, estimates[chosen.length]?.[set.find(chosen)] ?? 0.5)
      least = Math.min(least, count)
      logarithm += (level - chosen.length) % 2 === 1 ? Math.log(count) : -Math.log(count)
    }
    expected[at] = Math.min(least, Math.exp(logarithm))
  }
  return expected
}

/**
 * For single attributes, of which nothing shorter speaks: the mean of the counts that stand out of the noise, which says little and
 * is not meant to say more.
 */
export function expectedSingles(noisy: Int32Array, variance: number): Float64Array {
  const above = noisy.filter(count => count * count > 9 * variance && count > 0)
  const mean = above.reduce((sum, count) => sum + count, 0) / Math.max(1, above.length)
  return new Float64Array(noisy.length).fill(mean)
}
