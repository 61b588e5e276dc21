/**
 * Seeded chance for invented people. Same seed, same sequence, on every machine: sfc32 (Chris Doty-Humphrey's small fast
 * counting generator), started through splitmix32. Not for secrets.
 */
export interface Chance {
  /** Uniform in [0, 1). */
  next(): number
  /** Whole number, both ends included. */
  int(low: number, high: number): number
  yes(probability: number): boolean
  pick<T>(from: readonly T[]): T
  /** `[value, weight]` pairs; weights are positive and need not add up to anything. */
  weighted<T>(from: readonly (readonly [T, number])[]): T
  /** `count` different elements, in the order of the list; all of them when there are fewer. */
  some<T>(from: readonly T[], count: number): T[]
  /** 32 random bits, as a whole number. */
  bits(): number
}

/** `stream` makes independent sequences of one seed, e.g. one per person, so that work can be divided. */
export function chance(seed: number, stream = 0): Chance {
  const bits = sfc32(seed, stream)
  const next = () => bits() / 4294967296
  const int = (low: number, high: number) => low + Math.floor(next() * (high - low + 1))
  return {
    next,
    int,
    bits,
    yes: probability => next() < probability,
    pick: from => at(from, int(0, from.length - 1)),
    weighted(from) {
      let left = next() * from.reduce((sum, [, weight]) => sum + weight, 0)
      for (const [value, weight] of from) {
        left -= weight
        if (left < 0) return value
      }
      return at(from, from.length - 1)[0]
    },
    some(from, count) {
      const rest = from.map((_, i) => i)
      while (rest.length > count) rest.splice(int(0, rest.length - 1), 1)
      return rest.map(i => at(from, i))
    },
  }
}

function at<T>(from: readonly T[], index: number): T {
  const found = from[index]
  if (found === undefined) throw new RangeError('Nothing to choose from.')
  return found
}

function sfc32(seed: number, stream: number): () => number {
  const mix = splitmix32((seed ^ Math.imul(stream + 1, 0x9e3779b1)) >>> 0)
  let a = mix()
  let b = (mix() ^ Math.floor(seed / 4294967296)) | 0
  let c = (mix() ^ stream) | 0
  let counter = 1
  const step = () => {
    const sum = (((a + b) | 0) + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = ((c << 21) | (c >>> 11)) + sum
    c |= 0
    return sum >>> 0
  }
  for (let i = 0; i < 12; i++) step()
  return step
}

function splitmix32(start: number): () => number {
  let state = start | 0
  return () => {
    state = (state + 0x9e3779b9) | 0
    let mixed = state ^ (state >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
}
