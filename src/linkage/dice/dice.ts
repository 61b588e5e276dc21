import { commonBits, popCount } from './bits.ts'

/** Dice's coefficient of two rows of bits: twice the common bits by the sum of both; 0 when either has none. The oracle of the kernel. */
export function diceOf(a: Uint8Array, b: Uint8Array): number {
  return diceFrom(commonBits(a, b), popCount(a) + popCount(b))
}

export const diceFrom = (common: number, sum: number): number => (common === 0 ? 0 : (2 * common) / sum)

/** For every sum of set bits, the fewest common bits with which Dice reaches the threshold; at least one. */
export function neededBits(threshold: number, largestSum: number): Int32Array {
  return Int32Array.from({ length: largestSum + 1 }, (_, sum) => {
    let needed = Math.max(1, Math.floor((threshold * sum) / 2))
    while (diceFrom(needed, sum) < threshold) needed++
    return needed
  })
}
