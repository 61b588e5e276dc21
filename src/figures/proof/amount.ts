/**
 * Published numbers in whole ten-thousandths, so that half of a last decimal is a whole number too and nothing is lost to
 * binary fractions: 53% is 530000, its half unit 5000.
 */
export const scale = 10_000

/** What a published number allows the true one to be. `high` may be Infinity; with `open` it is itself left out. */
export interface Interval {
  readonly low: number
  readonly high: number
  readonly open: boolean
}

export const exactly = (amount: number): Interval => ({ low: amount, high: amount, open: false })
export const unbounded: Interval = { low: 0, high: Number.POSITIVE_INFINITY, open: true }

/** What rounds half up to the amount when its last place is worth `place`: 53% is 52.5 to under 53.5. */
export const rounded = (amount: number, place: number): Interval => ({
  low: amount - place / 2,
  high: amount + place / 2,
  open: true,
})

export const plus = (a: Interval, b: Interval): Interval => ({
  low: a.low + b.low,
  high: a.high + b.high,
  open: a.open || b.open,
})

export const sumOf = (all: readonly Interval[]): Interval => all.reduce(plus, exactly(0))

/** From the least to the most that either allows. */
export const hull = (a: Interval, b: Interval): Interval => ({
  low: Math.min(a.low, b.low),
  high: Math.max(a.high, b.high),
  open: a.high === b.high ? a.open && b.open : a.high > b.high ? a.open : b.open,
})

/** All of `a` lies above all of `b`. */
export const above = (a: Interval, b: Interval): boolean => (b.open ? a.low >= b.high : a.low > b.high)

export const apart = (a: Interval, b: Interval): boolean => above(a, b) || above(b, a)

export const isExact = ({ low, high }: Interval): boolean => low === high

/** 54980000 → "5,498"; 776000 → "77.6". */
export function said(amount: number): string {
  if (!Number.isFinite(amount)) return '∞'
  const sign = amount < 0 ? '−' : ''
  const [whole = '0', part] = String(Math.round(Math.abs(amount)) / scale).split('.')
  return `${sign}${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${part === undefined ? '' : `.${part}`}`
}
