import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { choose, deltaOf, epsilonOf, noisePlan, noiseScales, rhoOf, spentBy } from '#disclosure/accountant.ts'
import { golden, sdsAccount } from './sds-account.ts'

describe('reference noise parameters of SDS, which our own are compared with', () => {
  test.each(golden)('epsilon $epsilon, $persons persons, length $length', row => {
    const account = sdsAccount(row)
    expect(account.rho).toBeCloseTo(row.rho, 4)
    expect(account.epsilonQ).toBeCloseTo(row.epsilonQ, 4)
    expect(account.firstThreshold / row.firstThreshold).toBeCloseTo(1, 3)
    // Our own split of a budget over lengths gives their sigmas from their rho.
    noiseScales(account.rho * 0.99, row.weights).forEach((sigma, at) => {
      expect(sigma / (row.sigmas[at] ?? 1)).toBeCloseTo(1, 3)
    })
  })

  test.each(golden)('the same epsilon and delta buy us more, $epsilon', row => {
    expect(rhoOf(row.epsilon, row.delta)).toBeGreaterThan(sdsAccount(row).rho * 1.1)
  })
})

test('conversions agree with one another and grow with rho', () => {
  const positive = fc.double({ min: 1e-4, max: 5, noNaN: true })
  const small = fc.double({ min: 1e-12, max: 1e-3, noNaN: true })
  fc.assert(
    fc.property(positive, small, (rho, delta) => {
      const epsilon = epsilonOf(rho, delta)
      expect(deltaOf(rho, epsilon)).toBeLessThanOrEqual(delta * (1 + 1e-6))
      expect(epsilonOf(rho * 1.1, delta)).toBeGreaterThan(epsilon)
      // Never looser than rho + 2 sqrt(rho ln(1/delta)).
      expect(epsilon).toBeLessThanOrEqual(rho + 2 * Math.sqrt(rho * Math.log(1 / delta)) + 1e-9)
    }),
  )
})

test('the budget found stays within epsilon and delta, and is nearly all of it', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.05, max: 20, noNaN: true }),
      fc.double({ min: 1e-12, max: 1e-3, noNaN: true }),
      (epsilon, delta) => {
        const rho = rhoOf(epsilon, delta)
        expect(deltaOf(rho, epsilon)).toBeLessThanOrEqual(delta)
        expect(deltaOf(rho * 1.001, epsilon)).toBeGreaterThan(delta)
      },
    ),
  )
})

test('the conversion is a valid bound for the Gaussian mechanism itself', () => {
  // Balle and Wang 2018: the exact delta of a Gaussian with mu = sqrt(2 rho).
  const exact = (rho: number, epsilon: number) => {
    const mu = Math.sqrt(2 * rho)
    return tail(epsilon / mu - mu / 2) - Math.exp(epsilon) * tail(epsilon / mu + mu / 2)
  }
  for (const [rho, epsilon] of [
    [0.1, 1],
    [0.3, 4],
    [1, 5],
    [2, 12],
  ] as const) {
    expect(deltaOf(rho, epsilon)).toBeGreaterThanOrEqual(exact(rho, epsilon))
  }
})

test('what a plan costs is within what it may, whatever the cap', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.001, max: 3, noNaN: true }),
      fc.integer({ min: 1, max: 27 }),
      fc.integer({ min: 1, max: 6 }),
      (rho, cap, length) => {
        const plan = noisePlan(rho, cap, length, [1, 1 / 2, 1 / 3, 1 / 4, 1 / 5, 1 / 6])
        expect(plan.rho).toBeLessThanOrEqual(rho * (1 + 1e-9))
        expect(spentBy(plan.variances, cap)).toBe(plan.rho)
        expect(plan.variances.every(variance => Number.isInteger(variance) && variance >= 1)).toBe(true)
      },
    ),
  )
})

test('sensitivity by the definition: a person with the most attributes changes that many counts', () => {
  expect([0, 1, 2, 3, 4].map(length => choose(10, length))).toEqual([1, 10, 45, 120, 210])
  expect(choose(3, 4)).toBe(0)
})

/** Upper tail of a standard normal, by a continued fraction and a series. */
function tail(z: number): number {
  if (z < 0) return 1 - tail(-z)
  let fraction = 0
  for (let k = 300; k > 0; k--) fraction = k / (z + fraction)
  return Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI) / (z + fraction)
}
