import { expect, test } from 'vitest'
import { below, belowBig, type BitSource, cryptographicBits } from '#disclosure/noise/bits.ts'
import { bernoulliExpMinus, bernoulliExpMinusSmall } from '#disclosure/noise/bernoulli.ts'
import {
  discreteGaussian,
  discreteGaussianSmall,
  fastPathReach,
  fastVariance,
  gaussianSampler,
} from '#disclosure/noise/discrete-gaussian.ts'
import { repeatableBits } from './tables.ts'

/** The distribution itself, by the definition. */
function exactly(variance: number, reach: number): number[] {
  const weights = Array.from({ length: 2 * reach + 1 }, (_, at) => Math.exp(-((at - reach) ** 2) / (2 * variance)))
  const sum = weights.reduce((total, each) => total + each, 0)
  return weights.map(weight => weight / sum)
}

/** Pearson's statistic, with what lies outside taken to the ends. */
function chiSquare(draws: readonly number[], expected: readonly number[]): number {
  const reach = (expected.length - 1) / 2
  const seen = expected.map(() => 0)
  for (const draw of draws) {
    const at = Math.max(0, Math.min(expected.length - 1, draw + reach))
    seen[at] = (seen[at] ?? 0) + 1
  }
  return expected.reduce((sum, p, at) => sum + ((seen[at] ?? 0) - p * draws.length) ** 2 / (p * draws.length), 0)
}

test.each([1, 2, 5, 30])('noise of variance %i follows its distribution', variance => {
  const bits = repeatableBits(variance)
  const reach = Math.ceil(3 * Math.sqrt(variance))
  const expected = exactly(variance, 12 * reach)
  const middle = expected.slice(11 * reach, 13 * reach + 1)
  const tail = (1 - middle.reduce((sum, p) => sum + p, 0)) / 2
  const folded = middle.map((p, at) => (at === 0 || at === middle.length - 1 ? p + tail : p))
  const draws = Array.from({ length: 40_000 }, () => discreteGaussianSmall(variance, bits))
  // The 99.99 % point of a chi-square with k degrees of freedom is below k + 3.72 sqrt(2k) + 9.
  const freedom = folded.length - 1
  expect(chiSquare(draws, folded)).toBeLessThan(freedom + 3.72 * Math.sqrt(2 * freedom) + 9)
})

test.each([1, 7, 388, 99_856, fastVariance])('the fast path draws what big numbers draw, variance %i', variance => {
  const [fast, big] = [repeatableBits(variance), repeatableBits(variance)]
  const draws = variance > 1000 ? 300 : 2000
  for (let n = 0; n < draws; n++)
    expect(discreteGaussianSmall(variance, fast)).toBe(Number(discreteGaussian(BigInt(variance), big)))
})

test('the fast path stays where doubles hold whole numbers exactly', () => {
  expect(fastPathReach).toBeLessThan(Number.MAX_SAFE_INTEGER)
  expect(90_000_000 ** 2).toBeLessThan(Number.MAX_SAFE_INTEGER)
})

test('beyond it noise is drawn in big numbers, with the spread that was asked for', () => {
  const variance = 1_000_000
  const sample = gaussianSampler(variance)
  const bits = repeatableBits(11)
  const draws = Array.from({ length: 1500 }, () => sample(bits))
  const square = draws.reduce((sum, draw) => sum + draw * draw, 0) / draws.length
  expect(square / variance).toBeGreaterThan(0.85)
  expect(square / variance).toBeLessThan(1.15)
})

test('no variance but a whole one above zero is drawn with', () => {
  for (const variance of [0, -1, 1.5, Number.NaN]) expect(() => gaussianSampler(variance)).toThrow(RangeError)
})

test('exp(-g) is hit as often as it should be, the same way on both paths', () => {
  for (const [numerator, denominator] of [
    [0, 1],
    [1, 3],
    [1, 1],
    [5, 2],
  ] as const) {
    const [fast, big] = [repeatableBits(numerator), repeatableBits(numerator)]
    let hits = 0
    const draws = 4000
    for (let n = 0; n < draws; n++) {
      const hit = bernoulliExpMinusSmall(numerator, denominator, fast)
      expect(hit).toBe(bernoulliExpMinus(BigInt(numerator), BigInt(denominator), big))
      if (hit) hits++
    }
    const p = Math.exp(-numerator / denominator)
    expect(Math.abs(hits - draws * p)).toBeLessThanOrEqual(4 * Math.sqrt(draws * p * (1 - p)) + 1)
  }
})

test('uniform numbers are drawn by rejection: what is too large is drawn again', () => {
  const drawn = [7, 5, 2]
  const scripted: BitSource = { bits: () => drawn.shift() ?? 0 }
  expect(below(5, scripted)).toBe(2)
  expect(drawn).toEqual([])
  expect(below(1, scripted)).toBe(0)
  for (const bound of [1, 2, 3, 1000, 2 ** 32, 2 ** 32 + 1, 2 ** 40 + 3]) {
    const [fast, big] = [repeatableBits(bound % 97), repeatableBits(bound % 97)]
    for (let n = 0; n < 50; n++) {
      const number = below(bound, fast)
      expect(number).toBeLessThan(bound)
      expect(BigInt(number)).toBe(belowBig(BigInt(bound), big))
    }
  }
})

test('bits of the operating system are fair and never the same twice', () => {
  const [one, other] = [cryptographicBits(), cryptographicBits()]
  const words = Array.from({ length: 4 }, () => [one.bits(32), other.bits(32)])
  expect(new Set(words.flat()).size).toBe(8)
  let ones = 0
  for (let n = 0; n < 20_000; n++) ones += one.bits(1)
  expect(Math.abs(ones - 10_000)).toBeLessThan(500)
})
