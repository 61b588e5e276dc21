import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { agreementOf } from '#linkage/count/agreement.ts'

test('kappa of the textbook: 50 judged, 35 agreed on, 0.4', () => {
  const met = [
    { first: 'yes', second: 'yes', pairs: 20 },
    { first: 'yes', second: 'no', pairs: 5 },
    { first: 'no', second: 'yes', pairs: 10 },
    { first: 'no', second: 'no', pairs: 15 },
  ]
  const found = agreementOf(met)
  expect([found.pairs, found.agreed]).toEqual([50, 35])
  expect(found.kappa).toBeCloseTo(0.4, 9)
})

test('nobody judged, or all said one thing: kappa cannot be told', () => {
  expect(agreementOf([])).toEqual({ pairs: 0, agreed: 0, kappa: null })
  expect(agreementOf([{ first: 'same', second: 'same', pairs: 9 }])).toEqual({ pairs: 9, agreed: 9, kappa: null })
})

const verdict = fc.constantFrom('same', 'not_same', 'cannot_decide')
test('kappa is 1 only when all agree, never above, and does not change when the two change places', () => {
  fc.assert(
    fc.property(
      fc.array(fc.record({ first: verdict, second: verdict, pairs: fc.integer({ min: 1, max: 9 }) })),
      met => {
        const { pairs, agreed, kappa } = agreementOf(met)
        const swapped = agreementOf(
          met.map(({ first, second, pairs: n }) => ({ first: second, second: first, pairs: n })),
        )
        if (kappa === null) {
          expect(swapped.kappa).toBeNull()
          return
        }
        expect(kappa).toBeLessThanOrEqual(1 + 1e-12)
        expect(kappa > 1 - 1e-12).toBe(agreed === pairs)
        expect(swapped.kappa).toBeCloseTo(kappa, 9)
      },
    ),
  )
})
