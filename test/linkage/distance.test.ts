import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { bagSimilarity } from '#linkage/distance/bag.ts'
import { characters } from '#linkage/distance/characters.ts'
import { damerauLevenshtein } from '#linkage/distance/damerau.ts'
import { jaroWinkler } from '#linkage/distance/jaro-winkler.ts'
import { dice, jaccard, qGrams } from '#linkage/distance/q-grams.ts'

const names = fc.oneof(
  fc.string({ unit: fc.constantFrom(...'abcяіґمحសុខाक'), maxLength: 9 }),
  fc.string({ unit: 'grapheme', maxLength: 9 }),
)

describe('published values', () => {
  test.each([
    ['martha', 'marhta', 0.9611],
    ['dixon', 'dicksonx', 0.8133],
    ['dwayne', 'duane', 0.84],
    ['jones', 'johnson', 0.8324],
    ['abroms', 'abrams', 0.9222],
    ['ivan', 'yurii', 0],
    ['', '', 1],
    ['a', '', 0],
  ])('Jaro-Winkler of %s and %s is %d', (a, b, expected) => {
    expect(jaroWinkler(a, b)).toBeCloseTo(expected, 4)
  })

  test.each([
    ['kitten', 'sitting', 3],
    ['ca', 'abc', 2],
    ['smith', 'smiht', 1],
    ['19900503', '19900530', 1],
    ['', 'abc', 3],
  ])('slips between %s and %s: %d', (a, b, expected) => {
    expect(damerauLevenshtein(a, b)).toBe(expected)
  })

  test('night and nacht share one of seven bigrams', () => {
    const [a, b] = [qGrams('night', 2), qGrams('nacht', 2)]
    expect(a.size).toBe(6)
    expect(dice(a, b)).toBeCloseTo((2 * 3) / 12)
    expect(jaccard(a, b)).toBeCloseTo(3 / 9)
    expect(qGrams('', 2).size).toBe(0)
    expect(() => qGrams('a', 0)).toThrow(RangeError)
  })
})

// Letters of these scripts are two or three bytes with the first in common: counted in bytes, strangers look alike
// (DuckDB gives .50, .67 and .79 to the pairs below; one wrong letter costs two slips).
describe('characters are counted, never bytes', () => {
  test.each([
    ['Юрій', 'Іван', 0.5],
    ['محمد', 'كريم', 0.5],
    ['សុខា', 'វណ្ណា', 0.55],
  ])('%s and %s are not alike', (a, b, most) => {
    expect(jaroWinkler(a, b)).toBeLessThanOrEqual(most)
  })

  test.each([
    ['Ганна', 'Ґанна', 1],
    ['محمد', 'محمود', 1],
    ['សុខា', 'សុខី', 1],
    ['𠮷野', '吉野', 1],
  ])('%s and %s are one slip apart', (a, b, expected) => {
    expect(damerauLevenshtein(a, b)).toBe(expected)
  })

  test('a q-gram never cuts a letter, and the way of writing an accent does not matter', () => {
    expect([...qGrams('ខា', 2)]).toEqual([' ខ', 'ខា', 'ា '])
    expect(qGrams('𠮷', 2).size).toBe(2)
    expect(characters('й')).toEqual(characters('й'.normalize('NFD')))
    expect(jaroWinkler('Nguyễn', 'Nguyễn'.normalize('NFD'))).toBe(1)
  })
})

describe('laws', () => {
  test('every measure is symmetric, within its bounds, and equal for equals', () => {
    fc.assert(
      fc.property(names, names, (a, b) => {
        for (const measure of [jaroWinkler, diceOf, jaccardOf]) {
          expect(measure(a, b)).toBe(measure(b, a))
          expect(measure(a, b)).toBeGreaterThanOrEqual(0)
          expect(measure(a, b)).toBeLessThanOrEqual(1 + 1e-12)
          expect(measure(a, a)).toBe(1)
        }
        expect(damerauLevenshtein(a, b)).toBe(damerauLevenshtein(b, a))
        expect(damerauLevenshtein(a, b) === 0).toBe(a.normalize('NFC') === b.normalize('NFC'))
        expect(damerauLevenshtein(a, b)).toBeLessThanOrEqual(Math.max(characters(a).length, characters(b).length))
      }),
    )
  })

  test('slips obey the triangle', () => {
    const short = fc.string({ unit: fc.constantFrom('a', 'b', 'я'), maxLength: 5 })
    fc.assert(
      fc.property(short, short, short, (a, b, c) => {
        expect(damerauLevenshtein(a, c)).toBeLessThanOrEqual(damerauLevenshtein(a, b) + damerauLevenshtein(b, c))
      }),
    )
  })

  test('a bag of words is the same in every order and from both sides', () => {
    const bag = fc.array(fc.string({ unit: fc.constantFrom('a', 'b', 'c'), minLength: 1, maxLength: 4 }), {
      maxLength: 4,
    })
    fc.assert(
      fc.property(bag, bag, (a, b) => {
        expect(bagSimilarity(a, b)).toBeCloseTo(bagSimilarity(b, a), 12)
        expect(bagSimilarity(a.toReversed(), b)).toBeCloseTo(bagSimilarity(a, b), 12)
        expect(bagSimilarity(a, a)).toBe(1)
      }),
    )
    expect(bagSimilarity(['olha', 'shevchenko'], ['shevchenko', 'ivanivna', 'olha'])).toBeGreaterThan(0.75)
    expect(bagSimilarity(['olha', 'shevchenko'], ['piseth', 'hun'])).toBeLessThan(0.5)
  })
})

const diceOf = (a: string, b: string): number => dice(qGrams(a, 2), qGrams(b, 2))
const jaccardOf = (a: string, b: string): number => jaccard(qGrams(a, 2), qGrams(b, 2))
