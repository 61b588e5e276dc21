import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addMoney, amountText, inCurrency, parseAmount, toBase } from '#casework/planning/money.ts'

const units = fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n })
const usd = (amount: string) => ({ amount, currency: 'USD' })

test('text and units are the same amount', () => {
  fc.assert(
    fc.property(units, n => {
      expect(parseAmount(amountText(n))).toBe(n)
    }),
  )
  expect(['12', '12.5', '12.3456', '-0.1', '1e3', '', '1.23456', '.5'].map(parseAmount)).toEqual([
    120_000n,
    125_000n,
    123_456n,
    -1_000n,
    null,
    null,
    null,
    null,
  ])
})

test('a sum does not depend on the order, and 0.1 + 0.2 is 0.3', () => {
  fc.assert(
    fc.property(units, units, units, (a, b, c) => {
      const [x, y, z] = [a, b, c].map(each => usd(amountText(each)))
      if (x && y && z) expect(addMoney(addMoney(x, y), z)).toEqual(addMoney(z, addMoney(y, x)))
    }),
  )
  expect(addMoney(usd('0.1'), usd('0.2'))).toEqual(usd('0.30'))
  expect(() => addMoney(usd('1'), { amount: '1', currency: 'EUR' })).toThrow(RangeError)
})

test('a rate is exact and rounds half up at four decimals', () => {
  expect([
    toBase('16480', '0.024271844660'),
    toBase('1', '0.00005'),
    toBase('1', '0.00004'),
    toBase('-1', '0.00005'),
  ]).toEqual(['400', '0.0001', '0', '-0.0001'])
  expect([toBase('1', ''), toBase('1', '-2'), toBase('x', '2')]).toEqual([null, null, null])
  fc.assert(
    fc.property(units, n => {
      expect(toBase(amountText(n), '1')).toBe(amountText(n))
    }),
  )
})

test('another currency without a rate is no amount', () => {
  expect(inCurrency(usd('5'), 'USD', undefined)).toEqual(usd('5'))
  expect(inCurrency(usd('5'), 'EUR', undefined)).toBeNull()
  expect(inCurrency(usd('5'), 'EUR', '0')).toBeNull()
  expect(inCurrency(usd('5'), 'EUR', '0.9')).toEqual({ amount: '4.50', currency: 'EUR' })
})
