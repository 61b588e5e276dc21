import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import wabt from 'wabt'
import { bitAt, commonBits, popCount, setBit } from '#linkage/dice/bits.ts'
import { alikePairs } from '#linkage/dice/compare.ts'
import { diceFrom, diceOf, neededBits } from '#linkage/dice/dice.ts'
import { kernel } from '#linkage/dice/kernel.ts'
import { kernelBytes } from '#linkage/dice/kernel-bytes.ts'
import { rowsOf } from '#linkage/dice/rows.ts'

test('the bytes of the kernel are what dice.wat assembles to', async () => {
  const text = await readFile(join(import.meta.dirname, '../../src/linkage/dice/dice.wat'), 'utf8')
  const tools = await wabt()
  const module = tools.parseWat('dice.wat', text, { simd: true })
  module.validate()
  expect(Buffer.from(module.toBinary({}).buffer).toString('base64')).toBe(kernelBytes)
})

test('bits: the first is the highest of the first byte', () => {
  const bits = new Uint8Array(2)
  setBit(bits, 0)
  setBit(bits, 9)
  expect([...bits]).toEqual([0x80, 0x40])
  expect([bitAt(bits, 0), bitAt(bits, 1), bitAt(bits, 9)]).toEqual([1, 0, 1])
  expect(popCount(bits)).toBe(2)
  expect(commonBits(bits, Uint8Array.of(0x80, 0))).toBe(1)
})

/** Rows of few different bytes, so that pairs near the threshold are there. */
const encodings = (length: number) =>
  fc.array(
    fc.option(
      fc
        .array(fc.constantFrom(0, 1, 0x0f, 0xf0, 0xff, 0x55), { minLength: length, maxLength: length })
        .map(bytes => Uint8Array.from(bytes)),
      { freq: 6 },
    ),
    { minLength: 1, maxLength: 12 },
  )

/** Every pair by the oracle. */
function expected(
  left: readonly (Uint8Array | null)[],
  right: readonly (Uint8Array | null)[] | null,
  threshold: number,
) {
  const pairs: { a: number; b: number; common: number }[] = []
  left.forEach((x, a) =>
    (right ?? left).forEach((y, b) => {
      if (x === null || y === null || (right === null && b <= a)) return
      const common = commonBits(x, y)
      if (common > 0 && diceOf(x, y) >= threshold) pairs.push({ a, b, common })
    }),
  )
  return pairs
}

test('the kernel finds exactly the pairs of the oracle, for every length, threshold and missing rows', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(1, 8, 16, 48, 64, 128, 256, 300).chain(length => fc.tuple(encodings(length), encodings(length))),
      fc.constantFrom(0.01, 0.5, 2 / 3, 0.7, 0.8, 0.9, 1),
      async ([left, right], threshold) => {
        const [a, b] = [rowsOf(left), rowsOf(right)]
        // A side without any row is as long as the other.
        fc.pre(a.width === b.width)
        expect(await alikePairs({ left: a, right: null, threshold })).toEqual(expected(left, null, threshold))
        expect(await alikePairs({ left: a, right: b, threshold })).toEqual(expected(left, right, threshold))
      },
    ),
    { numRuns: 200 },
  )
})

test('full rows of the largest length do not overflow', () => {
  const full = new Uint8Array(8176).fill(0xff)
  const rows = rowsOf([full, full])
  expect(kernel(rows, rows, 1).scan(0, 1)).toEqual([{ a: 0, b: 1, common: 65_408 }])
  const many = rowsOf([new Uint8Array(8208)])
  expect(() => kernel(many, many, 1)).toThrow(RangeError)
  expect(() => rowsOf([new Uint8Array(8), new Uint8Array(16)])).toThrow(RangeError)
})

test('the table asks for the fewest bits that reach the threshold', () => {
  fc.assert(
    fc.property(fc.double({ min: 0, max: 1, noNaN: true }), fc.integer({ min: 1, max: 400 }), (threshold, sum) => {
      const needed = neededBits(threshold, sum)[sum] ?? 0
      expect(diceFrom(needed, sum)).toBeGreaterThanOrEqual(threshold)
      expect(needed === 1 || diceFrom(needed - 1, sum) < threshold).toBe(true)
    }),
  )
})

test('threads find the same, tell how far they are, and stop when told', async () => {
  const rows = Array.from({ length: 900 }, (_, i) => {
    const bits = new Uint8Array(128)
    for (let k = 0; k < 300; k++) setBit(bits, (i * 7 + k * (3 + (i % 5))) % 1024)
    return bits
  })
  const share = { left: rowsOf(rows), right: null, threshold: 0.75 }
  const told: number[] = []
  const two = await alikePairs(share, { threads: 2, progress: done => told.push(done) })
  expect(two).toEqual(await alikePairs(share, { threads: 1 }))
  expect(two.length).toBeGreaterThan(100)
  expect(told.at(-1)).toBe(900)
  const stop = new AbortController()
  await expect(
    alikePairs(share, { threads: 2, signal: stop.signal, progress: () => stop.abort(new Error('enough')) }),
  ).rejects.toThrow('enough')
  await expect(alikePairs(share, { signal: stop.signal })).rejects.toThrow('enough')
})
