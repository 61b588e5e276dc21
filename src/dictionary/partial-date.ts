/**
 * Dates as people know them: `2019`, `2019-05`, `2019-05-03`, with `~` after an estimate. Only the Gregorian calendar;
 * a date is text from end to end, so no time zone can move it by a day.
 */
export interface PartialDate {
  readonly year: number
  /** 1-12; null when only the year is known. */
  readonly month: number | null
  /** 1-31; null when only the month is known. */
  readonly day: number | null
  readonly estimated: boolean
}

/** Years that can stand in a record; anything else is a slip of the keyboard. */
export const yearRange = { from: 1850, to: 2200 } as const

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(~?)$/

const daysIn = (year: number, month: number): number => {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}

/** null when the text is not a date, or the day does not exist. The year range is not checked here. */
export function parsePartialDate(text: string): PartialDate | null {
  const parts = shape.exec(text)
  if (parts === null) return null
  const year = Number(parts[1])
  const month = parts[2] === undefined ? null : Number(parts[2])
  const day = parts[3] === undefined ? null : Number(parts[3])
  if (month !== null && (month < 1 || month > 12)) return null
  if (day !== null && month !== null && (day < 1 || day > daysIn(year, month))) return null
  return { year, month, day, estimated: parts[4] === '~' }
}

const pad = (n: number, width: number): string => String(n).padStart(width, '0')

export function formatPartialDate(date: PartialDate): string {
  const month = date.month === null ? '' : `-${pad(date.month, 2)}`
  const day = date.month === null || date.day === null ? '' : `-${pad(date.day, 2)}`
  return `${pad(date.year, 4)}${month}${day}${date.estimated ? '~' : ''}`
}

/** The first day that the date can mean, `yyyy-mm-dd`. */
export function firstDay(date: PartialDate): string {
  return `${pad(date.year, 4)}-${pad(date.month ?? 1, 2)}-${pad(date.day ?? 1, 2)}`
}

/** The last day that the date can mean, `yyyy-mm-dd`. */
export function lastDay(date: PartialDate): string {
  const month = date.month ?? 12
  return `${pad(date.year, 4)}-${pad(month, 2)}-${pad(date.day ?? daysIn(date.year, month), 2)}`
}

/** Order for lists: by first possible day, then the less precise first, then the surer first. A total order. */
export function comparePartialDates(a: PartialDate, b: PartialDate): number {
  const [x, y] = [firstDay(a), firstDay(b)]
  if (x !== y) return x < y ? -1 : 1
  const [p, q] = [precision(a), precision(b)]
  if (p !== q) return p - q
  return Number(a.estimated) - Number(b.estimated)
}

/** True only when every day that `a` can mean lies before every day that `b` can mean. */
export function surelyBefore(a: PartialDate, b: PartialDate): boolean {
  return lastDay(a) < firstDay(b)
}

/** Year of a stored date; null for reserved answers, nothing, or text that is not a date. */
export function yearOf(value: unknown): number | null {
  return typeof value === 'string' ? (parsePartialDate(value)?.year ?? null) : null
}

const precision = (date: PartialDate): number => (date.month === null ? 0 : date.day === null ? 1 : 2)
