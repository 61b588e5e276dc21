import { createCipheriv, createHmac, hkdfSync } from 'node:crypto'
import { bitAt, setBit } from '../dice/bits.ts'
import { type HardeningStep, hardenedLength } from './schema.ts'

/** Makes an encoding harder to attack. `record` is what the owner calls the record: noise is the same whenever it is encoded again. */
export type Harden = (bits: Uint8Array, record: string) => Uint8Array

/**
 * The steps in their order, with keys of their own drawn from the secret. `name` of the encoding: two encodings of one record
 * are not permuted alike.
 */
export function hardener(
  steps: readonly HardeningStep[],
  o: { secret: Uint8Array; name: string; length: number },
): Harden {
  let length = o.length
  const all = steps.map((step, at) => {
    const key = Buffer.from(hkdfSync('sha256', o.secret, 'waymark hardening', `${o.name} ${at} ${step.type}`, 32))
    const made = stepOf(step, key, length)
    length = hardenedLength(length, [step])
    return made
  })
  return (bits, record) => packed(all.reduce((sofar, step) => step(sofar, record), unpacked(bits)))
}

/** The steps work on one byte a bit: an eighth of the arithmetic. */
const unpacked = (bits: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: bits.length * 8 }, (_, at) => bitAt(bits, at))

function packed(each: Uint8Array): Uint8Array {
  const out = new Uint8Array(each.length / 8)
  each.forEach((bit, at) => {
    if (bit === 1) setBit(out, at)
  })
  return out
}

function stepOf(step: HardeningStep, key: Buffer, length: number): Harden {
  switch (step.type) {
    case 'balance':
      return balance(key, length)
    case 'fold':
      return fold
    case 'rule90':
      return rule90
    case 'diffuse':
      return diffuse(key, length, step.inputs)
    case 'noise':
      return (bits, record) => noise(bits, { key, record, flip: step.flip })
  }
}

/** Balanced fill (Schnell and Borgs 2016): the row and its negative, mixed by the key, so that every encoding has as many ones as zeros. */
function balance(key: Buffer, length: number): Harden {
  const order = shuffled(key, length * 2)
  return bits => {
    const out = new Uint8Array(length * 2)
    for (let at = 0; at < out.length; at++) {
      const from = order[at] ?? 0
      out[at] = from < length ? (bits[from] ?? 0) : 1 - (bits[from - length] ?? 0)
    }
    return out
  }
}

/** Its halves added without carry: half as long, and no bit is one token's alone. */
function fold(bits: Uint8Array): Uint8Array {
  const half = bits.length / 2
  return bits.subarray(0, half).map((bit, at) => bit ^ (bits[at + half] ?? 0))
}

/** Each bit becomes the sum without carry of its neighbours, round the end (Wolfram's rule 90). */
function rule90(bits: Uint8Array): Uint8Array {
  const last = bits.length - 1
  return bits.map((_, at) => (bits[at === 0 ? last : at - 1] ?? 0) ^ (bits[at === last ? 0 : at + 1] ?? 0))
}

/** Linear diffusion (Armknecht, Heng and Schnell 2023): each bit is the sum without carry of `inputs` bits that the key chose. */
function diffuse(key: Buffer, length: number, inputs: number): Harden {
  const draw = drawsOf(key)
  const sources = new Uint32Array(length * inputs)
  for (let at = 0; at < length; at++) {
    const chosen = new Set<number>()
    while (chosen.size < inputs) chosen.add(draw(length))
    sources.set([...chosen], at * inputs)
  }
  return bits => {
    const out = new Uint8Array(length)
    for (let i = 0; i < sources.length; i++) {
      const at = Math.floor(i / inputs)
      out[at] = (out[at] ?? 0) ^ (bits[sources[i] ?? 0] ?? 0)
    }
    return out
  }
}

/**
 * Each bit is flipped with the probability `flip`. Seeded by key and record: were it fresh in each export, the mean of a few exports would be
 * the row without noise.
 */
function noise(bits: Uint8Array, { key, record, flip }: { key: Buffer; record: string; flip: number }): Uint8Array {
  const draw = drawsOf(createHmac('sha256', key).update(record).digest())
  const often = Math.round(flip * finest)
  return bits.map(bit => (draw(finest) < often ? 1 - bit : bit))
}

const finest = 1_000_000

/** Whole numbers below a limit, from the key stream of AES-256 in counter mode: nobody without the key can go on with the row. */
function drawsOf(key: Buffer): (below: number) => number {
  const cipher = createCipheriv('aes-256-ctr', key, Buffer.alloc(16))
  const zeros = Buffer.alloc(4096)
  let bytes = Buffer.alloc(0)
  let at = 0
  const word = (): number => {
    if (at >= bytes.length) {
      bytes = cipher.update(zeros)
      at = 0
    }
    at += 4
    return bytes.readUInt32LE(at - 4)
  }
  return below => {
    // Words beyond the last whole multiple would favour small numbers.
    const end = 2 ** 32 - (2 ** 32 % below)
    let found = word()
    while (found >= end) found = word()
    return found % below
  }
}

function shuffled(key: Buffer, length: number): Uint32Array {
  const draw = drawsOf(key)
  const order = Uint32Array.from({ length }, (_, at) => at)
  for (let at = length - 1; at > 0; at--) {
    const other = draw(at + 1)
    const kept = order[at] ?? 0
    order[at] = order[other] ?? 0
    order[other] = kept
  }
  return order
}
