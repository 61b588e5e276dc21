import type { Money, Value } from '#dictionary/answer.ts'

/** Sums of exact decimals, one per currency, in the order of the currency codes. Whole numbers of 1/10,000 throughout. */
export function totals(costs: readonly (Value | undefined)[]): readonly Money[] {
  const sums = new Map<string, bigint>()
  for (const cost of costs) {
    if (typeof cost !== 'object' || cost === null || Array.isArray(cost) || !('currency' in cost)) continue
    const { amount, currency } = cost as Money
    const units = unitsOf(amount)
    if (units !== null) sums.set(currency, (sums.get(currency) ?? 0n) + units)
  }
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, units]) => ({ amount: textOf(units), currency }))
}

function unitsOf(amount: string): bigint | null {
  const match = /^(-?)(\d{1,15})(?:\.(\d{1,4}))?$/.exec(amount)
  if (!match) return null
  const [, minus, whole = '0', part = ''] = match
  const units = BigInt(whole) * 10_000n + BigInt(part.padEnd(4, '0'))
  return minus ? -units : units
}

function textOf(units: bigint): string {
  const sign = units < 0n ? '-' : ''
  const all = units < 0n ? -units : units
  const part = String(all % 10_000n)
    .padStart(4, '0')
    .replace(/0{1,2}$/, '')
  const whole = `${sign}${all / 10_000n}`
  return /^0*$/.test(part) ? whole : `${whole}.${part}`
}
