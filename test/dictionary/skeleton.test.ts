import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nameSkeletons, trigrams } from '#dictionary/skeleton.ts'

/** Shared trigrams, as a part of the fewer. */
const overlap = (a: string, b: string): number => {
  const [x, y] = [a, b].map(text => new Set(nameSkeletons(text).flatMap(trigrams))) as [Set<string>, Set<string>]
  return [...x].filter(t => y.has(t)).length / Math.min(x.size, y.size)
}

describe('the same name in other letters has the same skeleton', () => {
  test.each([
    ['Наталія', 'Nataliia', 'Natalya', 'Natalia', 'Наталья', 'Nataliya'],
    ['Yulia', 'Юлія', 'Iuliia', 'Юлия', 'Julia'],
    ['Kateryna', 'Катерина', 'Katerina'],
    ['Kovalenko', 'Коваленко'],
    ['Oleksandr', 'Олександр'],
    ['Aleksandr', 'Александр'],
    ['Shevchenko', 'Шевченко', 'Ševčenko'],
    ['Olha', 'Ольга', 'Olga'],
    ['Kovačević', 'Kovacevic', 'Ковачевић'],
    ['Al-Hassan', 'الحسن', 'Al Hasan'],
    ['Muhammad', 'محمد'],
    ['Giorgi', 'გიორგი'],
    ['Armen', 'Արմեն'],
    ['Georgios', 'Γεώργιος'],
    ['Nguyễn', 'Nguyen'],
    ['ŁUKASZ', 'łukasz'],
  ])('%s %s', (first, ...others) => {
    for (const other of others) expect(nameSkeletons(other), other).toEqual(nameSkeletons(first))
  })
})

describe('near spellings share at least half of their trigrams', () => {
  test.each([
    ['Alexander', 'Aleksandr'],
    ['Alexander', 'Александр'],
    ['Chevtchenko', 'Шевченко'],
    ['Mohammed', 'Muhammad'],
    ['Mohammed', 'محمد'],
    ['Dmytro', 'Дмитрий'],
    ['Serhii', 'Sergey'],
    ['Volodymyr', 'Vladimir'],
    ['Khaled', 'خالد'],
    ['Fatma', 'فاطمة'],
  ])('%s %s', (a, b) => {
    expect(overlap(a, b)).toBeGreaterThanOrEqual(0.5)
  })
})

test('other names stay apart', () => {
  expect(nameSkeletons('Oleksandr')).not.toEqual(nameSkeletons('Александр'))
  for (const [a, b] of [
    ['Natalia', 'Kateryna'],
    ['Shevchenko', 'Kovalenko'],
    ['Ahmed', 'Hassan'],
  ] as const) {
    expect(overlap(a, b), `${a} ${b}`).toBeLessThan(0.5)
  }
})

test('splits at blanks, hyphens and apostrophes', () => {
  expect(nameSkeletons('Anna-Maria  de la Cruz')).toEqual(['ana', 'maria', 'de', 'la', 'kruz'])
  expect(nameSkeletons('Мар’яна')).toContain(nameSkeletons('Mariana')[0])
  expect(nameSkeletons("O'Brien")).toEqual(expect.arrayContaining(nameSkeletons('Brien')))
  expect(nameSkeletons(' -’- ')).toEqual([])
})

test('works on characters: scripts without a table stay themselves', () => {
  expect(nameSkeletons('李小龙')).toEqual(['李小龙'])
  expect(trigrams('𠮷野')).toEqual(['  𠮷', ' 𠮷野', '𠮷野 '])
  expect(trigrams('ab')).toEqual(['  a', ' ab', 'ab '])
})

test('any text gives words without blanks, the same from composed and decomposed characters', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), text => {
      const words = nameSkeletons(text)
      for (const word of words) {
        expect(word).not.toMatch(/\s/)
        expect(trigrams(word).every(t => [...t].length === 3)).toBe(true)
      }
      expect(nameSkeletons(text.normalize('NFD'))).toEqual(nameSkeletons(text.normalize('NFC')))
    }),
  )
})
