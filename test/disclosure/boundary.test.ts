import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, expectTypeOf, test } from 'vitest'
import { addNoise, Released, Sensitive } from '#disclosure/boundary.ts'
import type { Aggregates } from '#disclosure/agree.ts'
import { agreed } from '#disclosure/agree.ts'
import type { Measured } from '#disclosure/measure.ts'
import { recordsOf } from '#disclosure/publish-dp.ts'
import { repeatableBits } from './tables.ts'

test('only noise turns what is sensitive into what is released', () => {
  const counts = Sensitive.of(Int32Array.of(10, 20))
  const noisy = addNoise(counts, 4, repeatableBits(1))
  expectTypeOf(noisy).toEqualTypeOf<Released<Int32Array>>()
  expectTypeOf(counts).not.toExtend<Released<Int32Array>>()
  expectTypeOf(noisy).not.toExtend<Sensitive<Int32Array>>()
  expectTypeOf(counts.map(each => each.length)).toEqualTypeOf<Sensitive<number>>()
  expectTypeOf(noisy.map(each => each.length)).toEqualTypeOf<Released<number>>()
})

test('neither can be opened or built elsewhere', () => {
  const counts = Sensitive.of([1])
  // @ts-expect-error a sensitive value has no way to be read
  expect(counts.value).toBeUndefined()
  // @ts-expect-error a released value is made by noise, not by hand
  expect(() => new Released([1])).not.toThrow()
  expect(Object.keys(counts)).toEqual([])
  expect(JSON.stringify({ counts })).toBe('{"counts":"sensitive"}')
})

test('what comes after noise takes released values only', () => {
  expectTypeOf(agreed).parameter(0).toEqualTypeOf<Released<Measured>>()
  expectTypeOf(recordsOf).parameter(0).toEqualTypeOf<Released<Aggregates>>()
  // @ts-expect-error the table of people is no ground for records
  const wrong = () => recordsOf(Sensitive.of({}))
  expect(wrong).toBeTypeOf('function')
})

test('chance on the way to a release has no seed and is not the ordinary kind', () => {
  const room = join(import.meta.dirname, '../../src/disclosure')
  const files = readdirSync(room, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts'))
  const ordinary = files.filter(name => readFileSync(join(room, name), 'utf8').includes('Math.random'))
  // Records are made from released counts: post-processing, where chance protects nobody.
  expect(ordinary).toEqual(['publish-dp.ts'])
  const sources = files.filter(name => /: BitSource \{|BitSource = \{/.test(readFileSync(join(room, name), 'utf8')))
  expect(sources).toEqual(['noise/bits.ts'])
})
