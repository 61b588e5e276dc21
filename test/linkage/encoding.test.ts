import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { blake2b as reference } from 'hash-wasm'
import { describe, expect, test } from 'vitest'
import { blake2b, keyed } from '#linkage/encoding/blake2b.ts'
import { encoder } from '#linkage/encoding/encode.ts'
import { hardener } from '#linkage/encoding/hardening.ts'
import {
  type HardeningStep,
  hardenedLength,
  type LinkageSchema,
  parseSchema,
  schemaFingerprint,
} from '#linkage/encoding/schema.ts'
import { tokensOf } from '#linkage/encoding/tokens.ts'
import { popCount } from '#linkage/dice/bits.ts'
import { diceOf } from '#linkage/dice/dice.ts'

const folder = join(import.meta.dirname, '../../../shared/data/linkage/clkhash')
const read = (file: string) => readFileSync(join(folder, file), 'utf8')
const secret = Buffer.from('secret')

test.skipIf(!existsSync(folder))('clkhash: 200 of 200 encodings are the same to the byte', () => {
  const golden = JSON.parse(read('golden_clk_febrl4a_200.json')) as {
    columns: string[]
    rows: string[][]
    clks: string[]
  }
  const { shapes, encode } = encoder(parseSchema(read('febrl_schema_v3_final.json')), {
    secret,
    columns: golden.columns,
  })
  const clks = golden.rows.map(row =>
    encode(Object.fromEntries(golden.columns.map((name, i) => [name, row[i] ?? ''])), row[0] ?? ''),
  )
  expect(shapes).toEqual([{ name: 'clk', bits: 1024 }])
  expect(clks.map(([clk]) => Buffer.from(clk ?? []).toString('base64'))).toEqual(golden.clks)
})

test.skipIf(!existsSync(folder))('schemas of older versions and broken ones are refused in plain words', () => {
  expect(() => parseSchema(read('dirty-data-schema.json'))).toThrow('it is of version 1')
  expect(parseSchema(read('randomnames-schema-v2.json')).features).toHaveLength(4)
})

test('keyed BLAKE2b is the one of the standard', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.uint8Array({ minLength: 1, maxLength: 64 }),
      fc.uint8Array({ minLength: 1, maxLength: 400 }),
      async (key, message) => {
        const hash = blake2b(keyed(key, new Uint8Array()), message)
        expect(Buffer.from(hash).toString('hex')).toBe(await reference(message, 512, key))
      },
    ),
    { numRuns: 60 },
  )
  expect(() => keyed(new Uint8Array(65), new Uint8Array())).toThrow(RangeError)
})

describe('tokens', () => {
  test('n-grams of letters, not of bytes; positions; numbers with their neighbourhood', () => {
    expect(tokensOf('Яна', { type: 'ngram', n: 2 }, 'x')).toEqual([' Я', 'Ян', 'на', 'а '])
    expect(tokensOf('12', { type: 'ngram', n: 1, positional: true }, 'x')).toEqual(['1 1', '2 2'])
    expect(tokensOf('abc', { type: 'exact' }, 'x')).toEqual(['abc'])
    expect(tokensOf('', { type: 'ngram', n: 2 }, 'x')).toEqual([])
    // The example of clkhash's documentation: threshold 8, resolution 2.
    const numeric = { type: 'numeric', thresholdDistance: 8, resolution: 2 } as const
    expect(tokensOf('25', numeric, 'x')).toEqual(['88', '96', '104', '112', '120'])
    expect(() => tokensOf('many', numeric, 'age')).toThrow('column age')
  })

  test('numbers nearer than the threshold share tokens, and the nearer the more', () => {
    const numeric = { type: 'numeric', thresholdDistance: 10, resolution: 5 } as const
    const shared = (a: number, b: number) => {
      const [x, y] = [tokensOf(String(a), numeric, 'x'), tokensOf(String(b), numeric, 'x')]
      return x.filter(token => y.includes(token)).length
    }
    fc.assert(
      fc.property(fc.integer({ min: -1000, max: 1000 }), fc.integer({ min: 0, max: 30 }), (at, gap) => {
        expect(shared(at, at)).toBe(11)
        expect(shared(at, at + gap) >= shared(at, at + gap + 2)).toBe(true)
        if (gap <= 10) expect(shared(at, at + gap)).toBeGreaterThan(0)
        if (gap >= 12) expect(shared(at, at + gap)).toBe(0)
      }),
    )
  })
})

const feature = (identifier: string, more: object = {}) => ({
  identifier,
  format: { type: 'string' },
  hashing: { comparison: { type: 'ngram', n: 2 }, strategy: { bitsPerFeature: 120 } },
  ...more,
})

const schemaOf = (more: object = {}, features: object[] = [feature('given'), feature('family')]): LinkageSchema =>
  parseSchema(JSON.stringify({ version: 3, clkConfig: { l: 512, kdf: { type: 'HKDF' } }, features, ...more }))

const clkOf = (schema: LinkageSchema, line: Record<string, string>, record = 'r1', key = secret) =>
  encoder(schema, { secret: key, columns: Object.keys(line) }).encode(line, record)

describe('schema', () => {
  test.each([
    ['not json', 'it is not JSON'],
    ['{"version":3}', 'clkConfig'],
    [
      JSON.stringify({ version: 3, clkConfig: { l: 1000, kdf: { type: 'HKDF' } }, features: [feature('a')] }),
      'power of two',
    ],
    [
      JSON.stringify({
        version: 3,
        clkConfig: { l: 512, kdf: { type: 'HKDF' } },
        features: [feature('a'), feature('a')],
      }),
      'there twice',
    ],
    [
      JSON.stringify({
        version: 3,
        clkConfig: { l: 512, kdf: { type: 'HKDF' } },
        features: [{ identifier: 'a', ignored: true }],
      }),
      'ignores every',
    ],
    [
      JSON.stringify({
        version: 3,
        clkConfig: { l: 512, kdf: { type: 'HKDF' } },
        features: [feature('a'), feature('b')],
        waymark: { version: 1, encodings: [{ name: 'names', features: ['a', 'c'] }] },
      }),
      'names c',
    ],
  ])('%s: %s', (text, why) => {
    expect(() => parseSchema(text)).toThrow(why)
  })

  test('the fingerprint does not hang on the order of keys, but on everything else', () => {
    const written = {
      version: 3,
      clkConfig: { l: 512, kdf: { type: 'HKDF' } },
      features: [feature('given'), feature('family')],
    }
    const reversed = Object.fromEntries(Object.entries(written).toReversed())
    expect(schemaFingerprint(parseSchema(JSON.stringify(reversed)))).toBe(schemaFingerprint(schemaOf()))
    expect(schemaFingerprint(schemaOf({ waymark: { version: 1, hardening: [{ type: 'fold' }] } }))).not.toBe(
      schemaFingerprint(schemaOf()),
    )
    expect(schemaFingerprint(schemaOf({}, [feature('family'), feature('given')]))).not.toBe(
      schemaFingerprint(schemaOf()),
    )
  })

  test('a file with other columns is refused by their names; a value that does not fit by its column only', () => {
    expect(() => encoder(schemaOf(), { secret, columns: ['given', 'surname'] })).toThrow('the file has no family')
    const strict = schemaOf({}, [feature('given', { format: { type: 'enum', values: ['f', 'm'] } })])
    try {
      clkOf(strict, { given: 'Olha' })
      expect.unreachable()
    } catch (error) {
      expect(String(error)).toContain('column given')
      expect(String(error)).not.toContain('Olha')
    }
  })

  test('dates, numbers and missing values as clkhash reads them', () => {
    const dates = schemaOf({}, [feature('born', { format: { type: 'date', format: '%d/%m/%Y' } })])
    expect(clkOf(dates, { born: '03/05/1990' })).toEqual(clkOf(dates, { born: '3/5/1990' }))
    expect(() => clkOf(dates, { born: '31/02/1990' })).toThrow('column born')
    const numbers = schemaOf({}, [feature('code', { format: { type: 'integer' } })])
    expect(clkOf(numbers, { code: '0822' })).toEqual(clkOf(numbers, { code: '822' }))
    const missing = {
      comparison: { type: 'exact' },
      strategy: { bitsPerToken: 10 },
      missingValue: { sentinel: 'NA', replaceWith: '' },
    }
    expect(
      popCount(clkOf(schemaOf({}, [feature('x', { hashing: missing })]), { x: 'NA' })[0] ?? new Uint8Array()),
    ).toBe(0)
  })
})

describe('what Waymark adds', () => {
  const named = (as: string, from: object) => feature(as, { waymark: { normalise: { as, from } } })
  const names = { given: 'given', family: 'family', country: 'country' }
  const schema = schemaOf({ waymark: { version: 1 } }, [
    named('given_skeleton', names),
    named('family_skeleton', names),
    named('sounds', names),
  ])

  test('the same name in two scripts has nearly the same encoding; without normalising it has not', () => {
    const [own, abroad] = [
      { given: 'Наталія', family: 'Ковальська', country: 'UA' },
      { given: 'Natalya', family: 'Kovalskaya', country: '' },
    ]
    const plain = schemaOf()
    const dice = (which: LinkageSchema) =>
      diceOf(clkOf(which, own)[0] as Uint8Array, clkOf(which, abroad)[0] as Uint8Array)
    expect(dice(schema)).toBeGreaterThan(0.9)
    expect(dice(plain)).toBeLessThan(0.5)
  })

  test('several encodings, each of its features; a record with nothing in one has none there', () => {
    const several = schemaOf(
      {
        waymark: {
          version: 1,
          encodings: [
            { name: 'one', features: ['given_skeleton', 'birth_day'] },
            { name: 'two', features: ['birth_day', 'birth_year'] },
          ],
        },
      },
      [named('given_skeleton', names), named('birth_day', { birth: 'born' }), named('birth_year', { birth: 'born' })],
    )
    const line = { given: 'Olha', family: 'X', country: 'UA', born: '' }
    const [one, two] = clkOf(several, line)
    expect(popCount(one ?? new Uint8Array())).toBeGreaterThan(20)
    expect(two).toBeNull()
    // 1 January says no day, but a year.
    expect(clkOf(several, { ...line, born: '1990-01-01' })[1]).toEqual(clkOf(several, { ...line, born: '1990' })[1])
  })

  test('another key, another encoding', () => {
    const line = { given: 'Olha', family: 'Shevchenko' }
    const other = clkOf(schemaOf(), line, 'r1', Buffer.from('another'))
    expect(diceOf(clkOf(schemaOf(), line)[0] as Uint8Array, other[0] as Uint8Array)).toBeLessThan(0.6)
  })
})

describe('hardening', () => {
  const step = fc.oneof(
    fc.constant<HardeningStep>({ type: 'balance' }),
    fc.constant<HardeningStep>({ type: 'fold' }),
    fc.constant<HardeningStep>({ type: 'rule90' }),
    fc.integer({ min: 2, max: 5 }).map((inputs): HardeningStep => ({ type: 'diffuse', inputs })),
    fc.double({ min: 0, max: 0.2, noNaN: true }).map((flip): HardeningStep => ({ type: 'noise', flip })),
  )
  const row = fc.uint8Array({ minLength: 64, maxLength: 64 })
  const harden = (steps: HardeningStep[], bits: Uint8Array, record = 'r') =>
    hardener(steps, { secret, name: 'n', length: 512 })(bits, record)

  test('any steps in any order: the length that was promised, and the same again', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 3 }), row, (steps, bits) => {
        const once = harden(steps, bits)
        expect(once.length * 8).toBe(hardenedLength(512, steps))
        expect(harden(steps, bits)).toEqual(once)
      }),
      { numRuns: 50 },
    )
  })

  test('balanced: every encoding has as many ones as zeros, and likeness stays', () => {
    fc.assert(
      fc.property(row, row, (a, b) => {
        const [x, y] = [harden([{ type: 'balance' }], a), harden([{ type: 'balance' }], b)]
        expect(popCount(x)).toBe(512)
        const apart = a.reduce((sum, byte, i) => sum + popCount(Uint8Array.of(byte ^ (b[i] ?? 0))), 0)
        expect(diceOf(x, y)).toBeCloseTo(1 - apart / 512)
      }),
      { numRuns: 50 },
    )
  })

  test('rule 90, folding and diffusion are linear: of a sum they make the sum', () => {
    const steps: HardeningStep[] = [{ type: 'rule90' }, { type: 'diffuse', inputs: 3 }, { type: 'fold' }]
    const sum = (a: Uint8Array, b: Uint8Array) => a.map((byte, i) => byte ^ (b[i] ?? 0))
    fc.assert(
      fc.property(row, row, (a, b) => {
        expect(harden(steps, sum(a, b))).toEqual(sum(harden(steps, a), harden(steps, b)))
      }),
      { numRuns: 30 },
    )
    const one = new Uint8Array(64)
    one[0] = 0x40
    const marked = harden([{ type: 'rule90' }], one)
    expect(marked[0]).toBe(0xa0)
  })

  test('noise is the record’s own: the same in every export, another for another record, as strong as was said', () => {
    const noisy = (record: string) => harden([{ type: 'noise', flip: 0.1 }], new Uint8Array(64), record)
    expect(noisy('r1')).toEqual(noisy('r1'))
    expect(noisy('r1')).not.toEqual(noisy('r2'))
    const flips = Array.from({ length: 200 }, (_, i) => popCount(noisy(`r${i}`))).reduce((a, b) => a + b, 0)
    expect(flips / 200 / 512).toBeCloseTo(0.1, 1)
  })
})
