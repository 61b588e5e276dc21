import { type Interval, isExact, scale } from './amount.ts'

/**
 * Shares against counts, in integers: a share of s% printed with a last place worth p is true when
 * s − p/2 ≤ 100·n/base < s + p/2 (half up, R06). Everything here is in ten-thousandths except bases and counts of units.
 */

const hundred = 100n * BigInt(scale)

/** Whether some n and some base within their intervals give a share within its own. */
export function shareFits(share: Interval, n: Interval, base: Interval): boolean {
  const most = Number.isFinite(n.high) ? compare(n.high, base.low, share.low) : 1
  const least = Number.isFinite(base.high) ? compare(n.low, base.high, share.high) : -1
  return most >= 0 && (share.open ? least < 0 : least <= 0)
}

/** Sign of 100·n/base − share. A base of 0 makes the left side endless, unless n is 0 too. */
function compare(n: number, base: number, share: number): number {
  if (!Number.isFinite(share)) return -1
  return sign(hundred * integer(n) - integer(share) * integer(base))
}

const sign = (value: bigint): number => (value > 0n ? 1 : value < 0n ? -1 : 0)
const integer = (amount: number): bigint => BigInt(Math.round(amount))

/** The whole bases of which n is that share: 3,014 as 53% fits 5,634 to 5,740. Null when none does. */
export function basesThatFit(share: Interval, n: Interval): { low: number; high: number } | null {
  if (!isExact(n) || share.low <= 0) return null
  const counted = (hundred * integer(n.low)) / BigInt(scale)
  const below = integer(share.high)
  const low = share.open ? counted / below + 1n : ceiling(counted, below)
  const high = counted / integer(share.low)
  return low <= high ? { low: Number(low), high: Number(high) } : null
}

/** The whole counts that are that share of a base of `base` units; low > high when none is. */
export function countsThatFit(share: Interval, base: number): { low: number; high: number } {
  const whole = BigInt(base)
  const low = ceiling(integer(Math.max(0, share.low)) * whole, hundred)
  const above = integer(share.high) * whole
  const high = share.open ? ceiling(above, hundred) - 1n : above / hundred
  return { low: Number(low), high: Number(high) }
}

const ceiling = (a: bigint, b: bigint): bigint => (a + b - 1n) / b

/** 100·n/base with one decimal, half up, in ten-thousandths: 3,014 of 5,498 is 54.8. Null without a base. */
export function percentOf(n: number, base: number): number | null {
  return base === 0 ? null : roundTo(100 * (n / base), 10)
}

/** From `from` to `to` in percent with one decimal, in ten-thousandths. Null from nothing. */
export function changeOf(from: number, to: number): number | null {
  return from === 0 ? null : roundTo((100 * (to - from)) / from, 10)
}

const roundTo = (value: number, steps: number): number =>
  (Math.sign(value) * Math.round(Math.abs(value) * steps) * scale) / steps
