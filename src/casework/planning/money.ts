import { isAnswered, type Money, type Value } from '#dictionary/answer.ts'

/** Exact money: whole numbers of 1/10,000 (BigInt), never doubles. Amounts in one currency; a rate leads to another. */

const scale = 10_000n

/** Units of 1/10,000 of a decimal text (at most four decimals); null when it is none. */
export function parseAmount(amount: string): bigint | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,4}))?$/.exec(amount)
  if (!match) return null
  const [, minus, whole = '0', part = ''] = match
  const units = BigInt(whole) * scale + BigInt(part.padEnd(4, '0'))
  return minus ? -units : units
}

/** The decimal text of units: no decimals when there are none, else at least two. */
export function amountText(units: bigint): string {
  const sign = units < 0n ? '-' : ''
  const all = units < 0n ? -units : units
  const part = String(all % scale)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  const whole = `${sign}${all / scale}`
  return /^0*$/.test(part) ? whole : `${whole}.${part}`
}

/** The sum of money in one currency. @throws RangeError when the currencies differ or an amount is no decimal. */
export function addMoney(a: Money, b: Money): Money {
  if (a.currency !== b.currency) throw new RangeError('Two currencies have no sum.')
  return { amount: amountText(unitsOf(a) + unitsOf(b)), currency: a.currency }
}

/** `amount` times `rate` (decimal text with at most twelve decimals), rounded half up at four decimals; null when either is none. */
export function toBase(amount: string, rate: string): string | null {
  const units = parseAmount(amount)
  const match = ratePattern.exec(rate)
  if (units === null || !match) return null
  const [, whole = '0', part = ''] = match
  const factor = BigInt(whole) * rateScale + BigInt(part.padEnd(12, '0'))
  const product = units * factor
  const half = product < 0n ? -rateScale / 2n : rateScale / 2n
  return amountText((product + half) / rateScale)
}

const ratePattern = /^(\d{1,12})(?:\.(\d{1,12}))?$/
const rateScale = 10n ** 12n

/** A rate is a positive decimal. */
export const isRate = (value: Value | undefined): value is string =>
  typeof value === 'string' && ratePattern.test(value) && /[1-9]/.test(value)

/** The money in a field; null when the field holds none. */
export function moneyIn(value: Value | undefined): Money | null {
  if (!isAnswered(value) || typeof value !== 'object' || Array.isArray(value) || !('currency' in value)) return null
  const money = value as Money
  return parseAmount(money.amount) === null ? null : money
}

/** Money of one currency in another, by its stored rate; null when a rate is needed and there is none. */
export function inCurrency(money: Money, currency: string, rate: Value | undefined): Money | null {
  if (money.currency === currency) return money
  const amount = isRate(rate) ? toBase(money.amount, rate) : null
  return amount === null ? null : { amount, currency }
}

function unitsOf({ amount }: Money): bigint {
  const units = parseAmount(amount)
  if (units === null) throw new RangeError('Not an amount.')
  return units
}
