import { readBirth } from '../dates/birth.ts'
import type { Preparation, PreparationOptions } from './preparation.ts'

/** A date as far as it is known. Only what stood there: nothing is filled in. */
export interface DateParts {
  readonly year: number | null
  readonly month: number | null
  readonly day: number | null
}

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/**
 * Reads 2019-05-03, 20190503, 3/5/2019, 3 May 2019, 2019-05, 2019, with a time or "~" after it.
 * @returns null when the text is no date.
 */
export function readDate(text: string, order: 'ymd' | 'dmy' | 'mdy' = 'ymd'): DateParts | null {
  const bare = text
    .trim()
    .toLowerCase()
    .replace(/~$/, '')
    .replace(/[t ]\d{1,2}:\d{2}.*$/, '')
  const named = /^(\d{1,2})?[ .-]*([a-z]{3})[a-z]*[ .,-]*(\d{1,2}(?!\d))?[ ,.-]*(\d{4})$/.exec(bare)
  if (named !== null) {
    const month = months.indexOf(named[2] ?? '') + 1
    return month === 0 ? null : known(Number(named[4]), month, Number(named[1] ?? named[3] ?? Number.NaN))
  }
  if (/^\d{4}$/.test(bare)) return numbers([bare])
  const packed = order === 'ymd' ? /^(\d{4})(\d{2})(\d{2})$/.exec(bare) : /^(\d{2})(\d{2})(\d{4})$/.exec(bare)
  if (packed !== null) return order === 'ymd' ? numbers(packed.slice(1)) : inOrder(packed.slice(1), order)
  const parts = bare.split(/[-/. ]+/)
  if (parts.length === 0 || parts.length > 3 || !parts.every(part => /^\d{1,4}$/.test(part))) return null
  if ((parts[0] ?? '').length === 4) return numbers(parts)
  return inOrder(parts, order)
}

function inOrder(parts: readonly string[], order: 'ymd' | 'dmy' | 'mdy'): DateParts | null {
  const [a, b, c] = parts
  if (c === undefined) return b !== undefined && b.length === 4 ? numbers([b, a ?? '']) : null
  if (order === 'mdy') return numbers([c, a ?? '', b ?? ''])
  return c.length === 4 || order === 'dmy' ? numbers([c, b ?? '', a ?? '']) : numbers([a ?? '', b ?? '', c])
}

function numbers(parts: readonly (string | undefined)[]): DateParts | null {
  const [year = '', month, day] = parts
  if (year.length !== 4 && year.length !== 2) return null
  const full = year.length === 4 ? Number(year) : Number(year) + (Number(year) > 30 ? 1900 : 2000)
  return known(full, month === undefined ? Number.NaN : Number(month), day === undefined ? Number.NaN : Number(day))
}

/** Months beyond 12 stay: a slip of the keyboard in one digit is still evidence, and day and month may be exchanged. */
function known(year: number, month: number, day: number): DateParts | null {
  if (year < 1000 || year > 2999 || month > 99 || day > 99) return null
  return { year, month: month >= 1 ? month : null, day: day >= 1 ? day : null }
}

const two = (n: number): string => String(n).padStart(2, '0')

/** `''` is YYYYMMDD where all of it is known; `_year` a number; `_monthday` MMDD; `_daymonth` DDMM; `_month` and `_day` two digits. */
const outputs = { '': 'text', year: 'real', month: 'text', day: 'text', monthday: 'text', daymonth: 'text' } as const

const written = (date: DateParts | null) => {
  const { year = null, month = null, day = null } = date ?? {}
  const full = month !== null && day !== null
  return {
    '': year !== null && full ? `${year}${two(month)}${two(day)}` : null,
    year,
    month: month === null ? null : two(month),
    day: day === null ? null : two(day),
    monthday: full ? two(month) + two(day) : null,
    daymonth: full ? two(day) + two(month) : null,
  }
}

/** The second column, where there is one, is the country (alpha-2): it tells calendars apart whose years look alike. */
export const date: Preparation = {
  name: 'date',
  outputs,
  prepare:
    ({ order }: PreparationOptions) =>
    ([text = null, country = null]) => {
      if (text === null) return written(null)
      const birth = readBirth(text, { country, order: order === 'mdy' ? 'month_first' : 'day_first' })
      if (birth === null) return written(readDate(text, order))
      return written({ year: birth.from === birth.to ? birth.from : null, month: birth.month, day: birth.day })
    },
}

/** A date that a file keeps in three columns: year, month, day. */
export const dateOfParts: Preparation = {
  name: 'date-parts',
  outputs,
  prepare:
    () =>
    ([year = null, month = null, day = null]) => {
      const of = (text: string | null) => (text !== null && /^\s*\d+(\.0)?\s*$/.test(text) ? Number(text) : Number.NaN)
      return written(known(of(year), of(month), of(day)))
    },
}
