// What the fixture draws from: the same seed, the same rows.

export type Counts<K extends string = string> = Readonly<Record<K, number>>

/** A generator of numbers in [0, 1) after mulberry32 (public domain, T. Ettinger). */
export function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d_2b_79_f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

/** `AF 199, BD 15` as counts, in this order. */
export const tally = (text: string): Counts =>
  Object.fromEntries(
    text.split(', ').map(each => {
      const [key = '', n] = each.split(' ')
      return [key, Number(n)]
    }),
  )

/** Every key as often as it says, in its order, filled up with `unknown`. */
export const laidOut = (counts: Counts, length: number): string[] => inBlocks(Object.entries(counts), length)

/** Every key as often as it says, in this order, filled up with `unknown`. @throws Error when they are more than `length`. */
export function inBlocks(blocks: readonly (readonly [string, number])[], length: number): string[] {
  const values = blocks.flatMap(([key, n]) => Array.from({ length: n }, () => key))
  if (values.length > length)
    throw new Error(`${values.length} values for ${length} rows: ${blocks.map(([key]) => key).join(', ')}`)
  return [...values, ...Array.from({ length: length - values.length }, () => 'unknown')]
}

/** The same values in another order (Fisher and Yates). */
export function shuffled<T>(values: readonly T[], random: () => number): T[] {
  const drawn = [...values]
  for (let at = drawn.length - 1; at > 0; at--) {
    const other = Math.floor(random() * (at + 1))
    const kept = drawn[at] as T
    drawn[at] = drawn[other] as T
    drawn[other] = kept
  }
  return drawn
}

export const sumOf = (counts: Counts): number => Object.values(counts).reduce((sum, n) => sum + n, 0)
