/**
 * Zero-concentrated differential privacy (zCDP), in which what releases cost adds up. Parameters are doubles: they decide how
 * much noise is drawn, never the noise, and every rounding is to the safe side.
 */

/** Guards the conversions against the rounding of doubles. */
const margin = 1e-9

/**
 * The smallest delta for which rho-zCDP gives (epsilon, delta)-differential privacy by the conversion of Canonne, Kamath and
 * Steinke (2020, corollary 13): the infimum over a > 1 of exp((a-1)(a rho - epsilon)) (1-1/a)^a / (a-1). Every a gives
 * a valid bound, so stopping early is safe.
 */
export function deltaOf(rho: number, epsilon: number): number {
  if (rho === 0) return 0
  return Math.min(1, Math.exp(leastOver(a => (a - 1) * (a * rho - epsilon) + a * Math.log1p(-1 / a) - Math.log(a - 1))))
}

/** The smallest epsilon for which rho-zCDP gives (epsilon, delta)-differential privacy by the same conversion. */
export function epsilonOf(rho: number, delta: number): number {
  if (rho === 0) return 0
  return Math.max(
    0,
    leastOver(a => a * rho + Math.log1p(-1 / a) - (Math.log(delta) + Math.log(a)) / (a - 1)),
  )
}

/** The largest rho whose releases stay (epsilon, delta)-differentially private; 0 when there is none worth the name. */
export function rhoOf(epsilon: number, delta: number): number {
  let [low, high] = [0, epsilon + 1]
  for (let step = 0; step < 100; step++) {
    const middle = (low + high) / 2
    if (deltaOf(middle, epsilon) <= delta * (1 - margin)) low = middle
    else high = middle
  }
  return low
}

/** The least value over a > 1 of a function with one valley, searched over the logarithm of a - 1. */
function leastOver(value: (a: number) => number): number {
  const golden = (Math.sqrt(5) - 1) / 2
  const at = (log: number) => value(1 + Math.exp(log))
  let [low, high] = [-12, 20]
  let [left, right] = [high - golden * (high - low), low + golden * (high - low)]
  let [atLeft, atRight] = [at(left), at(right)]
  for (let step = 0; step < 80; step++) {
    if (atLeft <= atRight) {
      ;[high, right, atRight] = [right, left, atLeft]
      left = high - golden * (high - low)
      atLeft = at(left)
    } else {
      ;[low, left, atLeft] = [left, right, atRight]
      right = low + golden * (high - low)
      atRight = at(right)
    }
  }
  return Math.min(atLeft, atRight)
}

/** Number of ways to choose `length` of `of`. */
export function choose(of: number, length: number): number {
  let ways = 1
  for (let l = 1; l <= length; l++) ways = (ways * (of - l + 1)) / l
  return Math.max(0, Math.round(ways))
}

/**
 * Standard deviations in units of the sensitivity, one a query: weights p_k times one sigma, with the sum of 1 / sigma_k^2 equal to
 * 2 rho. A larger weight gives a query more noise.
 */
export function noiseScales(rho: number, weights: readonly number[]): number[] {
  const sigma = Math.sqrt(weights.reduce((sum, p) => sum + 1 / (p * p), 0) / (2 * rho))
  return weights.map(p => p * sigma)
}

/** What each length of a release costs. Length 0 is the number of persons. */
export interface NoisePlan {
  readonly rho: number
  readonly cap: number
  /** Whole-numbered variance of the noise of one count, by length from 0. */
  readonly variances: readonly number[]
}

/**
 * How the noise is shared out over lengths: weights p_k = 1/k, with which counts of all lengths are about equally noisy, but less for
 * single values and pairs, of which a person has few, so that they are cheap, and on which all others rest.
 */
export function lengthWeights(longest: number): number[] {
  return Array.from({ length: longest }, (_, at) => [0.6, 0.425][at] ?? 1 / (at + 1))
}

/** Share of rho for the number of persons: it is one count, and everything below it is held to it. */
const personsShare = 0.02

/**
 * The noise of a release up to length R for persons with at most `cap` attributes. One person more or less changes at most
 * C(cap, l) counts of length l, each by one, so their L2 sensitivity is sqrt(C(cap, l)) whatever the table holds; noise of
 * variance v then costs C(cap, l) / (2 v). Variances are rounded up, so the sum stays within rho.
 */
export function noisePlan(rho: number, cap: number, longest: number, weights: readonly number[]): NoisePlan {
  const scales = noiseScales(rho * (1 - personsShare), weights.slice(0, longest))
  const variances = [
    1 / (2 * rho * personsShare),
    ...scales.map((sigma, at) => sigma * sigma * choose(cap, at + 1)),
  ].map(variance => Math.max(1, Math.ceil(variance)))
  return { rho: spentBy(variances, cap), cap, variances }
}

/** What counts with these variances cost, rounded up. */
export function spentBy(variances: readonly number[], cap: number): number {
  return variances.reduce((sum, variance, l) => sum + choose(cap, l) / (2 * variance), 0) * (1 + 1e-12)
}
