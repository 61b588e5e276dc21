import { randomFillSync } from 'node:crypto'

/** Where chance comes from: independent fair bits. */
export interface BitSource {
  /** `count` fair bits, 1 to 32, as a whole number. */
  bits(count: number): number
}

const pool = 16_384

/** Bits of the operating system's generator, through a pool that is overwritten as it is used. There is no seed. */
export function cryptographicBits(): BitSource {
  const words = new Uint32Array(pool)
  let left = 0
  return {
    bits(count) {
      if (left === 0) {
        randomFillSync(words)
        left = pool
      }
      left--
      const word = words[left] ?? 0
      words[left] = 0
      return word >>> (32 - count)
    },
  }
}

/** A uniform whole number from 0 to below `bound`, at most 2^53, by rejection: no remainder is taken, so nothing is favoured. */
export function below(bound: number, source: BitSource): number {
  if (bound <= 0x1_0000_0000) {
    const count = 32 - Math.clz32(bound - 1)
    if (count === 0) return 0
    for (;;) {
      const drawn = source.bits(count)
      if (drawn < bound) return drawn
    }
  }
  const high = Math.floor((bound - 1) / 0x1_0000_0000)
  const count = 32 - Math.clz32(high)
  for (;;) {
    const drawn = source.bits(count) * 0x1_0000_0000 + source.bits(32)
    if (drawn < bound) return drawn
  }
}

/** The same for whole numbers of any size. */
export function belowBig(bound: bigint, source: BitSource): bigint {
  const length = (bound - 1n).toString(2).length
  if (bound === 1n) return 0n
  for (;;) {
    let drawn = 0n
    let wanted = length
    // The leading bits first, so that small bounds draw the very bits that `below` draws.
    const lead = wanted % 32 === 0 ? 32 : wanted % 32
    drawn = BigInt(source.bits(lead))
    wanted -= lead
    for (; wanted > 0; wanted -= 32) drawn = (drawn << 32n) | BigInt(source.bits(32))
    if (drawn < bound) return drawn
  }
}
