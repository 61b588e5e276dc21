import { type Calendar, calendarOfYear, gregorianDay, gregorianYears } from './calendar.ts'

/**
 * What is known of a birth, in our calendar. `day` a real day; `placeholder` 1 January or the middle of the year, which clerks write
 * when only the year is known; `month`; `years` an interval of years, from a year, an estimate or an age.
 */
export interface Birth {
  readonly kind: 'day' | 'placeholder' | 'month' | 'years'
  /** First and last year that it can be; equal but for `years`. */
  readonly from: number
  readonly to: number
  readonly month: number | null
  readonly day: number | null
  readonly estimated: boolean
  /** Turned from another calendar; Hijri days are right to within a day or two. */
  readonly calendar: Calendar
}

export interface BirthContext {
  /** Alpha-2; decides between calendars whose years have the same size. */
  readonly country?: string | null
  /** How 03/04/1990 is meant; day first unless said. */
  readonly order?: 'day_first' | 'month_first'
  /** Say it when the file counts by another calendar throughout. */
  readonly calendar?: Calendar
}

/**
 * Reads a date of birth: `1990`, `1990-05`, `1990-05-03`, `~` or `c.` for an estimate, `19900503`, `3/5/1990`, `3.5.1990`, years of
 * Buddhist, Hijri and Persian calendars by their size. Digits of any script. Null when it is not a date.
 */
export function readBirth(text: string, context: BirthContext = {}): Birth | null {
  const plain = latinDigits(text.trim().toLowerCase())
  const estimated = /~|\b(?:ca?|circa|approx|est)\b/.test(plain)
  const numbers = plain
    .replace(/t\d\d:.*$/, '')
    .split(/\D+/)
    .filter(part => part !== '')
  const [a = '', b = '', c = ''] = numbers
  if (numbers.length === 1 && a.length === 8) return of(a.slice(0, 4), a.slice(4, 6), a.slice(6), estimated, context)
  if (numbers.length === 1 && a.length === 4) return of(a, '', '', estimated, context)
  if (numbers.length === 2 && a.length === 4) return of(a, b, '', estimated, context)
  if (numbers.length === 2 && b.length === 4) return of(b, a, '', estimated, context)
  if (numbers.length !== 3) return null
  if (a.length === 4) return of(a, b, c, estimated, context)
  if (c.length !== 4) return null
  // Whatever the order of the file, a month is at most 12.
  const monthFirst = (context.order === 'month_first' && Number(a) <= 12) || Number(b) > 12
  return monthFirst ? of(c, a, b, estimated, context) : of(c, b, a, estimated, context)
}

/**
 * The years in which somebody can be born who was `age` years old on a day (`yyyy-mm-dd`). A stated age is often round: `give` widens the
 * interval by as many years on both sides.
 */
export function birthFromAge(age: number, on: string, give = 0): Birth | null {
  const year = Number(on.slice(0, 4))
  if (!Number.isInteger(age) || age < 0 || age > 120 || !Number.isInteger(year)) return null
  return { ...unknown, kind: 'years', from: year - age - 1 - give, to: year - age + give, estimated: true }
}

const unknown = { month: null, day: null, estimated: false, calendar: 'gregorian' } as const

function of(
  yearText: string,
  monthText: string,
  dayText: string,
  estimated: boolean,
  context: BirthContext,
): Birth | null {
  const year = Number(yearText)
  const calendar = context.calendar ?? calendarOfYear(year, context.country ?? null)
  if (calendar === null) return null
  const [month, day] = [Number(monthText || '0'), Number(dayText || '0')]
  const [from, to] = gregorianYears(calendar, year)
  // 1990-00-00 is how some systems say that only the year is known.
  if (month === 0) return day === 0 ? { ...unknown, kind: 'years', from, to, estimated, calendar } : null
  if (month > 13) return null
  if (day === 0)
    return month > 12 || calendar === 'hijri' || calendar === 'persian' || calendar === 'ethiopic'
      ? { ...unknown, kind: 'years', from, to, estimated, calendar }
      : { kind: 'month', from, to, month, day: null, estimated, calendar }
  const found = gregorianDay(calendar, { year, month, day })
  if (found === null) return null
  const kind = isPlaceholder(month, day) || estimated ? 'placeholder' : 'day'
  return { kind, from: found.year, to: found.year, month: found.month, day: found.day, estimated, calendar }
}

/** The days that stand for a year: its first, and its middle. In the calendar it was written in. */
const isPlaceholder = (month: number, day: number): boolean =>
  (month === 1 && day === 1) || (month === 7 && day === 1) || (month === 6 && (day === 15 || day === 30))

/** Arabic, Persian, Devanagari, Bengali, Thai, Lao, Burmese and Khmer digits; each block begins at a multiple of ten places. */
function latinDigits(text: string): string {
  return text.replace(/\p{Nd}/gu, digit => {
    const point = digit.codePointAt(0) ?? 0
    const zero = zeros.find(start => point >= start && point < start + 10)
    return zero === undefined ? digit : String(point - zero)
  })
}

const zeros = [0x30, 0x660, 0x6f0, 0x966, 0x9e6, 0xe50, 0xed0, 0x1040, 0x17e0, 0xff10]
