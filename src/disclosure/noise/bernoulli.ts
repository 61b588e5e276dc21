import { below, belowBig, type BitSource } from './bits.ts'

/**
 * True with probability exp(-numerator/denominator), exactly (Canonne, Kamath and Steinke 2020, algorithm 1): only uniform whole
 * numbers are drawn, no exponential is computed.
 */
export function bernoulliExpMinus(numerator: bigint, denominator: bigint, source: BitSource): boolean {
  let left = numerator
  for (; left > denominator; left -= denominator) {
    if (!unitExpMinus(denominator, denominator, source)) return false
  }
  return unitExpMinus(left, denominator, source)
}

/** exp(-g) for g from 0 to 1: the first k at which Bernoulli(g/k) fails is odd with that probability. */
function unitExpMinus(numerator: bigint, denominator: bigint, source: BitSource): boolean {
  let k = 1n
  while (belowBig(denominator * k, source) < numerator) k++
  return k % 2n === 1n
}

/** No draw needs more terms than this in practice (probability below 1/60!); a bound on it lets the fast path prove its range. */
export const mostTerms = 60

/**
 * The same in whole numbers that a double holds exactly, which draws the same bits. Only for denominators with
 * denominator * 60 <= 2^53; the sum of terms beyond that range goes on in big numbers.
 */
export function bernoulliExpMinusSmall(numerator: number, denominator: number, source: BitSource): boolean {
  let left = numerator
  for (; left > denominator; left -= denominator) {
    if (!unitExpMinusSmall(denominator, denominator, source)) return false
  }
  return unitExpMinusSmall(left, denominator, source)
}

function unitExpMinusSmall(numerator: number, denominator: number, source: BitSource): boolean {
  let k = 1
  while (k <= mostTerms) {
    if (below(denominator * k, source) >= numerator) return k % 2 === 1
    k++
  }
  let big = BigInt(k)
  while (belowBig(BigInt(denominator) * big, source) < BigInt(numerator)) big++
  return big % 2n === 1n
}
