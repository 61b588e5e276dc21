import { bernoulliExpMinus, bernoulliExpMinusSmall, mostTerms } from './bernoulli.ts'
import { below, belowBig, type BitSource } from './bits.ts'

/**
 * Noise with probability proportional to exp(-x^2 / (2 v)) on the whole numbers, exactly (Canonne, Kamath and Steinke 2020,
 * algorithms 2 and 3): a discrete Laplace of scale t = floor(sqrt(v)) + 1 is drawn and kept with probability
 * exp(-(|y| - v/t)^2 / (2 v)). `variance` v is a whole number, so that all probabilities are rational.
 */
export function discreteGaussian(variance: bigint, source: BitSource): bigint {
  const scale = squareRoot(variance) + 1n
  for (;;) {
    const drawn = discreteLaplace(scale, source)
    const magnitude = drawn < 0n ? -drawn : drawn
    const distance = magnitude * scale - variance
    if (bernoulliExpMinus(distance * distance, 2n * variance * scale * scale, source)) return drawn
  }
}

/** Noise with probability proportional to exp(-|x| / t) on the whole numbers. */
export function discreteLaplace(scale: bigint, source: BitSource): bigint {
  for (;;) {
    const remainder = belowBig(scale, source)
    if (!bernoulliExpMinus(remainder, scale, source)) continue
    let quotient = 0n
    while (bernoulliExpMinus(1n, 1n, source)) quotient++
    const magnitude = remainder + scale * quotient
    const negative = source.bits(1) === 1
    if (negative && magnitude === 0n) continue
    return negative ? -magnitude : magnitude
  }
}

/** The largest variance for which every number of the fast path is a whole number that a double holds exactly. */
export const fastVariance = 250_000

/**
 * The same distribution from the same bits, for variances up to 250,000, in doubles that hold whole numbers only. Then t <= 501,
 * 2 v t^2 <= 1.3e11, and times 60 terms it stays below 2^53; |y| is let through only while (|y| t - v)^2 does too, and
 * the rare larger one is decided in big numbers.
 */
export function discreteGaussianSmall(variance: number, source: BitSource): number {
  const scale = Math.floor(Math.sqrt(variance)) + 1
  const denominator = 2 * variance * scale * scale
  for (;;) {
    const drawn = discreteLaplaceSmall(scale, source)
    const distance = Math.abs(drawn) * scale - variance
    const kept =
      Math.abs(distance) <= 90_000_000
        ? bernoulliExpMinusSmall(distance * distance, denominator, source)
        : bernoulliExpMinus(BigInt(distance) * BigInt(distance), BigInt(denominator), source)
    if (kept) return drawn
  }
}

function discreteLaplaceSmall(scale: number, source: BitSource): number {
  for (;;) {
    const remainder = below(scale, source)
    if (!bernoulliExpMinusSmall(remainder, scale, source)) continue
    let quotient = 0
    while (bernoulliExpMinusSmall(1, 1, source)) quotient++
    const magnitude = remainder + scale * quotient
    const negative = source.bits(1) === 1
    if (negative && magnitude === 0) continue
    return negative ? -magnitude : magnitude
  }
}

/** The sampler for a variance: the fast path where it is exact, big numbers beyond. Results are whole and below 2^53. */
export function gaussianSampler(variance: number): (source: BitSource) => number {
  if (!Number.isSafeInteger(variance) || variance < 1) throw new RangeError('A variance is a whole number above 0.')
  if (variance <= fastVariance) return source => discreteGaussianSmall(variance, source)
  const big = BigInt(variance)
  return source => Number(discreteGaussian(big, source))
}

/** The whole part of a square root, by Newton's method. */
function squareRoot(number: bigint): bigint {
  if (number < 2n) return number
  let guess = 1n << BigInt((number.toString(2).length + 1) >> 1)
  for (;;) {
    const next = (guess + number / guess) >> 1n
    if (next >= guess) return guess
    guess = next
  }
}

/** mostTerms * 2 v t^2 at the largest fast variance: what the proof of the fast path rests on. */
export const fastPathReach: number = mostTerms * 2 * fastVariance * (Math.floor(Math.sqrt(fastVariance)) + 1) ** 2
