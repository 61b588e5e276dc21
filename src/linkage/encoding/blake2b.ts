/**
 * BLAKE2b-512 with key and salt (RFC 7693, and the BLAKE2 paper for the salt), because Node's crypto knows neither. Words of 64 bits
 * are pairs of 32, low first.
 */
export interface KeyedState {
  readonly state: Uint32Array
}

/** The state after the block of the key: computed once for a key and salt, then used for every token. @throws RangeError for a key over 64 bytes. */
export function keyed(key: Uint8Array, salt: Uint8Array): KeyedState {
  if (key.length === 0 || key.length > 64 || salt.length > 16)
    throw new RangeError('A key of 1 to 64 bytes and a salt of at most 16.')
  const parameters = new Uint8Array(64)
  parameters.set([64, key.length, 1, 1])
  parameters.set(salt, 32)
  const state = wordsOf(parameters).map((word, i) => word ^ (iv[i] ?? 0))
  const block = new Uint8Array(blockBytes)
  block.set(key)
  compress(state, wordsOf(block), { bytes: blockBytes, last: false })
  return { state }
}

/** The 64 bytes for a message. */
export function blake2b({ state }: KeyedState, message: Uint8Array): Uint8Array {
  // An empty message: the block of the key was the last one.
  if (message.length === 0) throw new RangeError('An empty message has no token.')
  const hash = Uint32Array.from(state)
  for (let at = 0; at < message.length; at += blockBytes) {
    const block = new Uint8Array(blockBytes)
    block.set(message.subarray(at, at + blockBytes))
    const end = Math.min(at + blockBytes, message.length)
    compress(hash, wordsOf(block), { bytes: blockBytes + end, last: end === message.length })
  }
  const bytes = new DataView(new ArrayBuffer(64))
  hash.forEach((word, i) => bytes.setUint32(i * 4, word, true))
  return new Uint8Array(bytes.buffer)
}

const blockBytes = 128

const iv = Uint32Array.of(
  0xf3bcc908,
  0x6a09e667,
  0x84caa73b,
  0xbb67ae85,
  0xfe94f82b,
  0x3c6ef372,
  0x5f1d36f1,
  0xa54ff53a,
  0xade682d1,
  0x510e527f,
  0x2b3e6c1f,
  0x9b05688c,
  0xfb41bd6b,
  0x1f83d9ab,
  0x137e2179,
  0x5be0cd19,
)

const sigma = [
  [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15],
  [14, 10, 4, 8, 9, 15, 13, 6, 1, 12, 0, 2, 11, 7, 5, 3],
  [11, 8, 12, 0, 5, 2, 15, 13, 10, 14, 3, 6, 7, 1, 9, 4],
  [7, 9, 3, 1, 13, 12, 11, 14, 2, 6, 5, 10, 4, 0, 15, 8],
  [9, 0, 5, 7, 2, 4, 10, 15, 14, 1, 11, 12, 6, 8, 3, 13],
  [2, 12, 6, 10, 0, 11, 8, 3, 4, 13, 7, 5, 15, 14, 1, 9],
  [12, 5, 1, 15, 14, 13, 4, 10, 0, 7, 6, 3, 9, 2, 8, 11],
  [13, 11, 7, 14, 12, 1, 3, 9, 5, 0, 15, 4, 8, 6, 2, 10],
  [6, 15, 14, 9, 11, 3, 0, 8, 12, 2, 13, 7, 1, 4, 10, 5],
  [10, 2, 8, 4, 7, 6, 1, 5, 15, 11, 9, 14, 3, 12, 13, 0],
]

/** Columns, then diagonals of the state of sixteen words. */
const steps = [
  [0, 4, 8, 12],
  [1, 5, 9, 13],
  [2, 6, 10, 14],
  [3, 7, 11, 15],
  [0, 5, 10, 15],
  [1, 6, 11, 12],
  [2, 7, 8, 13],
  [3, 4, 9, 14],
] as const

function wordsOf(bytes: Uint8Array): Uint32Array {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  return Uint32Array.from({ length: bytes.length / 4 }, (_, i) => view.getUint32(i * 4, true))
}

const v = new Uint32Array(32)

function compress(h: Uint32Array, m: Uint32Array, { bytes, last }: { bytes: number; last: boolean }): void {
  v.set(h)
  v.set(iv, 16)
  v[24] = (v[24] ?? 0) ^ bytes
  v[25] = (v[25] ?? 0) ^ Math.floor(bytes / 0x1_0000_0000)
  if (last) {
    v[28] = ~(v[28] ?? 0)
    v[29] = ~(v[29] ?? 0)
  }
  for (let round = 0; round < 12; round++) {
    const order = sigma[round % 10] ?? []
    for (let i = 0; i < 8; i++) {
      const [a = 0, b = 0, c = 0, d = 0] = steps[i] ?? []
      mix(a * 2, b * 2, c * 2, d * 2, m, (order[i * 2] ?? 0) * 2, (order[i * 2 + 1] ?? 0) * 2)
    }
  }
  for (let i = 0; i < 16; i++) h[i] = (h[i] ?? 0) ^ (v[i] ?? 0) ^ (v[i + 16] ?? 0)
}

function mix(a: number, b: number, c: number, d: number, m: Uint32Array, x: number, y: number): void {
  add(a, b, m, x)
  turn(d, a, 32)
  sum(c, d)
  turn(b, c, 24)
  add(a, b, m, y)
  turn(d, a, 16)
  sum(c, d)
  turn(b, c, 63)
}

/** v[a] += v[b] + m[x] */
function add(a: number, b: number, m: Uint32Array, x: number): void {
  const low = (v[a] ?? 0) + (v[b] ?? 0) + (m[x] ?? 0)
  v[a + 1] = (v[a + 1] ?? 0) + (v[b + 1] ?? 0) + (m[x + 1] ?? 0) + Math.floor(low / 0x1_0000_0000)
  v[a] = low
}

/** v[c] += v[d] */
function sum(c: number, d: number): void {
  const low = (v[c] ?? 0) + (v[d] ?? 0)
  v[c + 1] = (v[c + 1] ?? 0) + (v[d + 1] ?? 0) + Math.floor(low / 0x1_0000_0000)
  v[c] = low
}

/** v[d] = (v[d] xor v[a]) turned right by `by` bits. */
function turn(d: number, a: number, by: 16 | 24 | 32 | 63): void {
  const low = ((v[d] ?? 0) ^ (v[a] ?? 0)) >>> 0
  const high = ((v[d + 1] ?? 0) ^ (v[a + 1] ?? 0)) >>> 0
  if (by === 32) {
    v[d] = high
    v[d + 1] = low
  } else if (by === 63) {
    v[d] = (low << 1) | (high >>> 31)
    v[d + 1] = (high << 1) | (low >>> 31)
  } else {
    v[d] = (low >>> by) | (high << (32 - by))
    v[d + 1] = (high >>> by) | (low << (32 - by))
  }
}
