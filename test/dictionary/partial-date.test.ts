import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  comparePartialDates,
  firstDay,
  formatPartialDate,
  lastDay,
  type PartialDate,
  parsePartialDate,
  surelyBefore,
  yearOf,
} from '#dictionary/partial-date.ts'

const parsed = (text: string): PartialDate => {
  const date = parsePartialDate(text)
  if (date === null) throw new Error(text)
  return date
}

test('a real day is read as itself in any time zone', () => {
  fc.assert(
    fc.property(fc.date({ min: new Date('1850-01-01'), max: new Date('2200-12-31'), noInvalidDate: true }), day => {
      const text = day.toISOString().slice(0, 10)
      expect(formatPartialDate(parsed(text))).toBe(text)
      expect(firstDay(parsed(text))).toBe(lastDay(parsed(text)))
    }),
  )
})

test('the days that a date can mean', () => {
  expect([firstDay(parsed('2019-02')), lastDay(parsed('2019-02'))]).toEqual(['2019-02-01', '2019-02-28'])
  expect([firstDay(parsed('2020~')), lastDay(parsed('2020~'))]).toEqual(['2020-01-01', '2020-12-31'])
  expect(surelyBefore(parsed('2019'), parsed('2019-06'))).toBe(false)
  expect(surelyBefore(parsed('2018'), parsed('2019-06'))).toBe(true)
})

test('order: by day, the vaguer first', () => {
  const sorted = ['2019-01-01', '2019', '2018-12-31', '2019-01', '2019~'].map(parsed).toSorted(comparePartialDates)
  expect(sorted.map(formatPartialDate)).toEqual(['2018-12-31', '2019', '2019~', '2019-01', '2019-01-01'])
})

test('the year of an answer', () => {
  expect(yearOf('2019-05~')).toBe(2019)
  for (const none of ['unknown', null, undefined, 2019, '19']) expect(yearOf(none)).toBeNull()
})
