import { expect, test } from 'vitest'
import { readDate } from '#linkage/prepare/date.ts'
import { letters, plain } from '#linkage/prepare/letters.ts'

test('names become ASCII, and what clerks write differently becomes the same skeleton', () => {
  expect(plain("Łukasz O'Brien-Müller")).toBe('lukasz obrien muller')
  const skeleton = (name: string) => letters.prepare({})([name])['skeleton']
  expect(skeleton('Наталія')).toBe(skeleton('Nataliia'))
  expect(plain('សុខា')).toMatch(/^[a-z0-9 ]+$/)
  expect(plain('សុខា')).not.toBe(plain('វណ្ណា'))
  expect(plain('王芳')).not.toBe('')
  expect(plain('王芳')).toBe(plain('王芳'))
  expect(plain('王芳')).not.toBe(plain('王明'))
})

test('dates are read as they are written, and nothing is filled in', () => {
  const day = { year: 1990, month: 5, day: 3 }
  for (const text of [
    '1990-05-03',
    '19900503',
    '1990/5/3',
    '1990-05-03T00:00:00',
    '3 May 1990',
    'May 3, 1990',
    '1990-05-03~',
  ])
    expect(readDate(text)).toEqual(day)
  expect(readDate('03/05/1990', 'dmy')).toEqual(day)
  expect(readDate('05/03/1990', 'mdy')).toEqual(day)
  expect(readDate('03051990', 'dmy')).toEqual(day)
  expect(readDate('1990-05')).toEqual({ year: 1990, month: 5, day: null })
  expect(readDate('1990')).toEqual({ year: 1990, month: null, day: null })
  for (const text of ['', 'unknown', '12', 'Maybe 3', '0503']) expect(readDate(text)).toBeNull()
})
