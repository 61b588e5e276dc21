/** A row of bits as bytes; bit 0 is the highest of the first byte, as clkhash writes them. */

export const setBit = (bits: Uint8Array, at: number): void => {
  bits[at >> 3] = (bits[at >> 3] ?? 0) | (0x80 >> (at & 7))
}

export const bitAt = (bits: Uint8Array, at: number): 0 | 1 => (((bits[at >> 3] ?? 0) >> (7 - (at & 7))) & 1) as 0 | 1

const counts = Uint8Array.from({ length: 256 }, (_, byte) => byte.toString(2).replaceAll('0', '').length)

/** How many bits are set. */
export function popCount(bits: Uint8Array): number {
  let sum = 0
  for (const byte of bits) sum += counts[byte] ?? 0
  return sum
}

/** How many bits are set in both; the rows are equally long. */
export function commonBits(a: Uint8Array, b: Uint8Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += counts[(a[at] ?? 0) & (b[at] ?? 0)] ?? 0
  return sum
}
