/** Years and days of other calendars, turned into ours by the tables of ICU that every JavaScript engine carries. */
export type Calendar = 'gregorian' | 'buddhist' | 'hijri' | 'persian' | 'ethiopic'

export interface Day {
  readonly year: number
  readonly month: number
  readonly day: number
}

const tables: Readonly<
  Record<Exclude<Calendar, 'gregorian' | 'buddhist'>, { name: string; epoch: number; days: number }>
> = {
  hijri: { name: 'islamic-umalqura', epoch: Date.UTC(622, 6, 19), days: 354.36707 },
  persian: { name: 'persian', epoch: Date.UTC(622, 2, 22), days: 365.2422 },
  ethiopic: { name: 'ethiopic', epoch: Date.UTC(8, 7, 27) - 1900 * 365.2425 * 86_400_000, days: 365.25 },
}

const oneDay = 86_400_000

/** The day in our calendar; null when it does not exist in the other one. Hijri days can be off by one, as the moon was seen. */
export function gregorianDay(calendar: Calendar, date: Day): Day | null {
  if (calendar === 'gregorian') return exists(date) ? date : null
  if (calendar === 'buddhist') return gregorianDay('gregorian', { ...date, year: date.year - 543 })
  const { epoch, days } = tables[calendar]
  const guess = epoch + Math.round((date.year - 1) * days + (date.month - 1) * (days / 12) + date.day - 1) * oneDay
  for (let off = 0; off <= 40; off++)
    for (const moment of [guess + off * oneDay, guess - off * oneDay]) {
      const found = read(calendar, moment)
      if (found.year === date.year && found.month === date.month && found.day === date.day) return dayOf(moment)
    }
  return null
}

/** First and last year of ours that a year of another calendar touches. */
export function gregorianYears(calendar: Calendar, year: number): readonly [number, number] {
  if (calendar === 'gregorian') return [year, year]
  if (calendar === 'buddhist') return [year - 543, year - 543]
  const first = gregorianDay(calendar, { year, month: 1, day: 1 })
  const next = gregorianDay(calendar, { year: year + 1, month: 1, day: 1 })
  const guess = Math.round(
    new Date(tables[calendar].epoch).getUTCFullYear() + ((year - 1) * tables[calendar].days) / 365.2425,
  )
  const from = first?.year ?? guess
  return [from, next === null ? from + 1 : next.month === 1 && next.day === 1 ? next.year - 1 : next.year]
}

/**
 * The calendar that a year must be of, by its size and the country: 2400 to 2650 is Buddhist; 1280 to 1480 is Persian in Iran and
 * Afghanistan, else Hijri; null when no calendar of these gives a year in which somebody alive can be born.
 */
export function calendarOfYear(year: number, country: string | null): Calendar | null {
  if (year >= 1850 && year <= 2200) return 'gregorian'
  if (year >= 2400 && year <= 2650) return 'buddhist'
  if (year >= 1270 && year <= 1480) return country === 'IR' || country === 'AF' ? 'persian' : 'hijri'
  return null
}

const readers = new Map<Calendar, Intl.DateTimeFormat>()

function read(calendar: 'hijri' | 'persian' | 'ethiopic', moment: number): Day {
  const reader =
    readers.get(calendar) ??
    new Intl.DateTimeFormat(`en-u-ca-${tables[calendar].name}-nu-latn`, {
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      timeZone: 'UTC',
    })
  readers.set(calendar, reader)
  const parts = new Map<string, string>(reader.formatToParts(moment).map(({ type, value }) => [type, value]))
  const number = (type: 'year' | 'month' | 'day') =>
    Number((parts.get(type) ?? parts.get('relatedYear') ?? '').replace(/\D/g, ''))
  return { year: number('year'), month: number('month'), day: number('day') }
}

function dayOf(moment: number): Day {
  const date = new Date(moment)
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }
}

function exists({ year, month, day }: Day): boolean {
  const date = new Date(Date.UTC(year, month - 1, day))
  return month >= 1 && month <= 12 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}
