import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type Birth, type BirthContext, birthFromAge, readBirth } from '#linkage/dates/birth.ts'
import { birthColumns, type BirthLevel, birthLevels, compareBirths } from '#linkage/dates/compare.ts'

const read = (text: string, context?: BirthContext): Birth => {
  const found = readBirth(text, context)
  if (found === null) throw new Error(`${text} is not read`)
  return found
}

describe('reading', () => {
  test.each<[string, BirthContext, Partial<Birth>]>([
    ['1990-05-03', {}, { kind: 'day', from: 1990, to: 1990, month: 5, day: 3 }],
    ['19900503', {}, { kind: 'day', month: 5, day: 3 }],
    ['3.5.1990', {}, { kind: 'day', month: 5, day: 3 }],
    ['3/5/1990', { order: 'month_first' }, { kind: 'day', month: 3, day: 5 }],
    ['5/13/1990', {}, { kind: 'day', month: 5, day: 13 }],
    ['13/5/1990', { order: 'month_first' }, { kind: 'day', month: 5, day: 13 }],
    ['1990-05', {}, { kind: 'month', month: 5, day: null }],
    ['05/1990', {}, { kind: 'month', month: 5 }],
    ['1990', {}, { kind: 'years', from: 1990, to: 1990 }],
    ['1990-00-00', {}, { kind: 'years', from: 1990, to: 1990 }],
    ['1990-01-01', {}, { kind: 'placeholder', month: 1, day: 1 }],
    ['01/07/1990', {}, { kind: 'placeholder', month: 7, day: 1 }],
    ['1990-06-15', {}, { kind: 'placeholder' }],
    ['c. 1990', {}, { kind: 'years', estimated: true }],
    ['1990-05-03~', {}, { kind: 'placeholder', estimated: true }],
    ['2533', { country: 'TH' }, { kind: 'years', from: 1990, to: 1990, calendar: 'buddhist' }],
    ['03/05/2533', { country: 'KH' }, { kind: 'day', from: 1990, month: 5, day: 3 }],
    ['๒๕๓๓', {}, { from: 1990 }],
    ['១៩៩០', {}, { from: 1990 }],
    ['١٩٩٠-٠٥-٠٣', {}, { kind: 'day', from: 1990, day: 3 }],
    ['1370-02-01', { country: 'IR' }, { kind: 'day', from: 1991, month: 4, day: 21, calendar: 'persian' }],
    ['1410', { country: 'SA' }, { kind: 'years', from: 1989, to: 1990, calendar: 'hijri' }],
    ['1410-01-01', {}, { kind: 'placeholder', from: 1989, calendar: 'hijri' }],
    ['1982-04-25', { calendar: 'ethiopic' }, { kind: 'day', from: 1990, month: 1, day: 3 }],
  ])('%s %o', (text, context, expected) => {
    expect(read(text, context)).toMatchObject(expected)
  })

  test.each(['', 'unknown', '1990-13-01', '1990-02-30', '31/31/1990', '12', '0001', '9999-01-01'])(
    '%s is not a date',
    text => {
      expect(readBirth(text)).toBeNull()
    },
  )

  test('an age on a day is two birth years; a round age can be given more room', () => {
    expect(birthFromAge(20, '2011-03-01')).toMatchObject({ kind: 'years', from: 1990, to: 1991, estimated: true })
    expect(birthFromAge(20, '2011-03-01', 2)).toMatchObject({ from: 1988, to: 1993 })
    expect(birthFromAge(-1, '2011-03-01')).toBeNull()
    expect(birthFromAge(20, 'soon')).toBeNull()
  })
})

describe('comparing', () => {
  test.each<[string, string, BirthLevel]>([
    ['1990-05-03', '3.5.1990', 'same_day'],
    ['1990-05-03', '1990-03-05', 'day_month_exchanged'],
    ['1990-05-03', '1990-05-08', 'one_slip'],
    ['1990-05-03', '1991-05-03', 'one_slip'],
    ['1990-01-01', '1990-01-01', 'same_placeholder'],
    ['1990-01-01', '1990-07-01', 'placeholder_year'],
    ['1990-01-01', '1990-05-03', 'placeholder_year'],
    ['1990', '1990-05-03', 'placeholder_year'],
    ['1990-05', '1990-05-03', 'same_month'],
    ['1990-05-03', '1990-11-27', 'same_year'],
    ['1990-05-03', '1989-11-27', 'next_year'],
    ['1990-05-03', '1983-11-27', 'within_ten_years'],
    ['1990-05-03', '1971-11-27', 'apart'],
    ['1410-02-10', '1989-09-11', 'same_day'],
  ])('%s and %s: %s', (a, b, expected) => {
    expect(compareBirths(read(a), read(b))).toBe(expected)
    expect(compareBirths(read(b), read(a))).toBe(expected)
  })

  test('an age at registration overlaps the years it allows', () => {
    const age = birthFromAge(20, '2011-03-01')
    expect(compareBirths(age, read('1990-05-03'))).toBe('years_overlap')
    expect(compareBirths(age, read('1992-05-03'))).toBe('next_year')
    expect(compareBirths(age, null)).toBeNull()
  })

  test('symmetric, and equal days are the same day', () => {
    const date = fc
      .tuple(fc.integer({ min: 1950, max: 2010 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
      .map(([y, m, d]) => read(`${y}-${String(m).padStart(2, '0')}-${String(d).padStart(2, '0')}`))
    fc.assert(
      fc.property(date, date, (a, b) => {
        expect(compareBirths(a, b)).toBe(compareBirths(b, a))
        expect(['same_day', 'same_placeholder']).toContain(compareBirths(a, a))
        expect(birthLevels).toContain(compareBirths(a, b))
        const [x, y] = [birthColumns(a), birthColumns(b)]
        expect(x.day !== null && x.day === y.exchanged).toBe(compareBirths(a, b) === 'day_month_exchanged')
      }),
    )
  })
})
