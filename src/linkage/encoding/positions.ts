import { createHmac, hkdfSync } from 'node:crypto'
import { blake2b, keyed, type KeyedState } from './blake2b.ts'
import type { HashedFeature, LinkageSchema } from './schema.ts'

/** Two keys for each feature of the schema, hashed or not, in its order, as clkhash derives them (RFC 5869). */
export function featureKeys(schema: LinkageSchema, secret: Uint8Array): (readonly [Buffer, Buffer])[] {
  const { hash = 'SHA256', salt = '', info = '', keySize = 64 } = schema.clkConfig.kdf
  const bytes = Buffer.from(
    hkdfSync(
      hash.toLowerCase(),
      secret,
      Buffer.from(salt, 'base64'),
      Buffer.from(info, 'base64'),
      schema.features.length * 2 * keySize,
    ),
  )
  return schema.features.map((_, i) => {
    const key = (at: number) => bytes.subarray(at * keySize, (at + 1) * keySize)
    return [key(2 * i), key(2 * i + 1)] as const
  })
}

/** The places that a token marks, the first `count` of an endless row: more of them begin with fewer. */
export type Positions = (token: string, count: number) => Uint16Array | Uint32Array

/** @param length of the filter before folding. */
export function positionsOf(feature: HashedFeature, keys: readonly [Buffer, Buffer], length: number): Positions {
  const encode = encoderOf('encoding' in feature.format ? (feature.format.encoding ?? 'utf-8') : 'utf-8')
  const hash = feature.hashing.hash ?? { type: 'blakeHash' }
  const fresh =
    hash.type === 'blakeHash'
      ? byBlake(keys[0], encode, length)
      : byTwoHashes(keys, encode, { length, nonSingular: hash.prevent_singularity === true })
  return remembered(fresh)
}

/** Names repeat: what was hashed once is kept, up to a bound. */
function remembered(fresh: Positions): Positions {
  const known = new Map<string, Uint16Array | Uint32Array>()
  return (token, count) => {
    const before = known.get(token)
    if (before !== undefined && before.length >= count) return before.subarray(0, count)
    const found = fresh(token, count)
    if (known.size > 200_000) known.clear()
    known.set(token, found)
    return found
  }
}

/** Slices of 16 bits of keyed BLAKE2b; the salt counts the hashes when one is not enough. `length` is a power of two. */
function byBlake(key: Buffer, encode: (text: string) => Uint8Array, length: number): Positions {
  const states: KeyedState[] = []
  return (token, count) => {
    const bytes = encode(token)
    const found = new Uint32Array(count)
    for (let turn = 0; turn * 32 < count; turn++) {
      const state = (states[turn] ??= keyed(key, Buffer.from(String(turn))))
      const hash = blake2b(state, bytes)
      for (let i = 0; i < 32 && turn * 32 + i < count; i++)
        found[turn * 32 + i] = ((hash[i * 2] ?? 0) | ((hash[i * 2 + 1] ?? 0) << 8)) % length
    }
    return found
  }
}

/** Schnell's double hashing: h1 + i h2 of HMAC-SHA1 and HMAC-MD5. Only for agreements that exist: its pairs can be recognised. */
function byTwoHashes(
  [first, second]: readonly [Buffer, Buffer],
  encode: (text: string) => Uint8Array,
  { length, nonSingular }: { length: number; nonSingular: boolean },
): Positions {
  const modulo = (bytes: Buffer) => bytes.reduce((sofar, byte) => (sofar * 256 + byte) % length, 0)
  return (token, count) => {
    const bytes = encode(token)
    const start = modulo(createHmac('sha1', first).update(bytes).digest())
    let step = modulo(createHmac('md5', second).update(bytes).digest())
    for (let turn = 0; nonSingular && step === 0; turn++)
      step = modulo(
        createHmac('md5', second)
          .update(Buffer.concat([bytes, Buffer.from(String.fromCodePoint(turn))]))
          .digest(),
      )
    return Uint32Array.from({ length: count }, (_, i) => (start + i * step) % length)
  }
}

/** Python's encodings: utf-16 and utf-32 begin with a byte order mark, little-endian. */
function encoderOf(encoding: 'ascii' | 'utf-8' | 'utf-16' | 'utf-32'): (text: string) => Uint8Array {
  switch (encoding) {
    case 'ascii':
    case 'utf-8':
      return text => Buffer.from(text, 'utf8')
    case 'utf-16':
      return text => Buffer.from(`\ufeff${text}`, 'utf16le')
    case 'utf-32':
      return text => {
        const points = [0xfeff, ...[...text].map(letter => letter.codePointAt(0) ?? 0)]
        const bytes = Buffer.alloc(points.length * 4)
        points.forEach((point, i) => bytes.writeUInt32LE(point, i * 4))
        return bytes
      }
  }
}
