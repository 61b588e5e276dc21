import type { BitSource } from './noise/bits.ts'
import { gaussianSampler } from './noise/discrete-gaussian.ts'

/**
 * The wall between what is known of people and what may be shown. A Sensitive value can be worked on only inside the wall; a
 * Released value can be worked on freely, because nothing done to it costs more. `addNoise` is the only door, and
 * neither class can be built or opened anywhere but in this file.
 */

let open: <T>(sensitive: Sensitive<T>) => T
let hand: <T>(value: T) => Released<T>

/** Computed from the table of people. */
export class Sensitive<T> {
  readonly #value: T
  static {
    open = sensitive => sensitive.#value
  }

  private constructor(value: T) {
    this.#value = value
  }

  /** Takes a value behind the wall. */
  static of<T>(value: T): Sensitive<T> {
    return new Sensitive(value)
  }

  /** Works on the value; what comes of it stays behind the wall. */
  map<U>(work: (value: T) => U): Sensitive<U> {
    return new Sensitive(work(this.#value))
  }

  async mapLater<U>(work: (value: T) => Promise<U>): Promise<Sensitive<U>> {
    return new Sensitive(await work(this.#value))
  }

  /** A sensitive value never prints itself. */
  toJSON(): string {
    return 'sensitive'
  }
}

/** Seen through noise: free to compute with and to show. */
export class Released<T> {
  readonly value: T
  static {
    hand = value => new Released(value)
  }

  private constructor(value: T) {
    this.value = value
  }

  /** Post-processing: what is computed from a released value is released. */
  map<U>(work: (value: T) => U): Released<U> {
    return new Released(work(this.value))
  }

  /** Two released values seen together. */
  with<U>(other: Released<U>): Released<readonly [T, U]> {
    return new Released([this.value, other.value] as const)
  }
}

/** Adds exact discrete Gaussian noise of a whole-numbered variance to whole counts: the mechanism. */
export function addNoise(counts: Sensitive<Int32Array>, variance: number, bits: BitSource): Released<Int32Array> {
  const sample = gaussianSampler(variance)
  const exact = open(counts)
  const noisy = new Int32Array(exact.length)
  for (let at = 0; at < exact.length; at++) noisy[at] = clampedSum(exact[at] ?? 0, sample(bits))
  return hand(noisy)
}

/** Adding stays within 32 bits; beyond them the nearest is taken, which is post-processing. */
function clampedSum(count: number, noise: number): number {
  return Math.max(-0x7fff_ffff, Math.min(0x7fff_ffff, count + noise))
}
