import type { Value } from '#dictionary/answer.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { firstDay, parsePartialDate } from '#dictionary/partial-date.ts'

/**
 * Partial dates as rules need them: `2019`, `2019-05`, `2019-05-03`, with `~` when estimated. Two dates are compared at
 * the coarser precision of both, so that a doubt never counts as a fault.
 */
const bare = (date: string) => (date.endsWith('~') ? date.slice(0, -1) : date)

/** The date without its mark of estimation, or null when the field holds none. Sorts as text. */
export function dayOf(value: Value | undefined): string | null {
  if (!isAnswered(value) || typeof value !== 'string') return null
  const date = bare(value)
  return /^\d{4}(-\d{2}){0,2}$/.test(date) ? date : null
}

export function yearIn(value: Value | undefined): number | null {
  const date = dayOf(value)
  return date === null ? null : Number(date.slice(0, 4))
}

/** True only when a is later than b whatever the missing parts are. */
export function surelyAfter(a: string, b: string): boolean {
  const length = Math.min(a.length, b.length)
  return a.slice(0, length) > b.slice(0, length)
}

/** Day `days` after a full day (`2026-11-22`). */
export function daysLater(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`)
  date.setUTCDate(date.getUTCDate() + days)
  return date.toISOString().slice(0, 10)
}

/** The earliest day a partial date can mean, moved by days; null without a date. */
export function shiftedDay(value: Value | undefined, days: number): string | null {
  const date = typeof value === 'string' ? parsePartialDate(value) : null
  return date ? daysLater(firstDay(date), days) : null
}

/**
 * The calendar day that has already begun somewhere on earth (UTC+14) at an ISO instant. The server judges "not in the
 * future" by this day: a worker in Kiribati or Auckland who writes today's date must not be told that it is tomorrow.
 */
export function latestDayOnEarth(instant: string): string {
  return new Date(Date.parse(instant) + 14 * 3_600_000).toISOString().slice(0, 10)
}

/** Completed years at the day `at` for somebody born on the partial date `born`, at the youngest they can be. */
export function youngestAge(born: string, at: string): number {
  const latestBirth = born.length === 4 ? `${born}-12-31` : born.length === 7 ? `${born}-31` : born
  const earliestDay = at.length === 4 ? `${at}-01-01` : at.length === 7 ? `${at}-01` : at
  const years = Number(earliestDay.slice(0, 4)) - Number(latestBirth.slice(0, 4))
  return earliestDay.slice(5) < latestBirth.slice(5) ? years - 1 : years
}
