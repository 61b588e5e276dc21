import { damerauLevenshtein } from '../distance/damerau.ts'
import type { Birth } from './birth.ts'

/**
 * How two births agree, the strongest evidence first. `same_placeholder` and `placeholder_year` stand apart because 1 January is shared by
 * strangers: they say little more than the year does.
 */
export const birthLevels = [
  'same_day',
  'day_month_exchanged',
  'one_slip',
  'same_placeholder',
  'same_month',
  'placeholder_year',
  'same_year',
  'years_overlap',
  'next_year',
  'within_ten_years',
  'apart',
] as const

export type BirthLevel = (typeof birthLevels)[number]

/** Null when either is unknown: a missing value is no evidence. Symmetric. */
export function compareBirths(a: Birth | null, b: Birth | null): BirthLevel | null {
  if (a === null || b === null) return null
  const days = a.kind === 'day' && b.kind === 'day'
  if (days && sameDay(a, b)) return 'same_day'
  if (days && a.from === b.from && a.month === b.day && a.day === b.month) return 'day_month_exchanged'
  if (days && damerauLevenshtein(digits(a), digits(b)) === 1) return 'one_slip'
  if (a.from === a.to && b.from === b.to && a.from === b.from) return withinYear(a, b)
  if (a.from <= b.to && b.from <= a.to) return 'years_overlap'
  const gap = Math.max(a.from - b.to, b.from - a.to)
  return gap === 1 ? 'next_year' : gap <= 10 ? 'within_ten_years' : 'apart'
}

function withinYear(a: Birth, b: Birth): BirthLevel {
  if (a.kind === 'placeholder' && b.kind === 'placeholder' && a.month === b.month && a.day === b.day)
    return 'same_placeholder'
  if (a.kind === 'placeholder' || b.kind === 'placeholder' || a.kind === 'years' || b.kind === 'years')
    return 'placeholder_year'
  return a.month !== null && a.month === b.month && (a.kind === 'month' || b.kind === 'month')
    ? 'same_month'
    : 'same_year'
}

function sameDay(a: Birth, b: Birth): boolean {
  const apart = Math.abs(ordinal(a) - ordinal(b))
  return apart === 0 || (apart <= 2 && (a.calendar === 'hijri') !== (b.calendar === 'hijri'))
}

const ordinal = (birth: Birth): number => Date.UTC(birth.from, (birth.month ?? 1) - 1, birth.day ?? 1) / 86_400_000

/** yyyymmdd of a birth with a day. */
const digits = (birth: Birth): string =>
  `${birth.from}${String(birth.month).padStart(2, '0')}${String(birth.day).padStart(2, '0')}`

/** A birth as columns for an engine that compares in SQL; texts are yyyymmdd and null where there is no real day. */
export interface BirthColumns {
  readonly kind: Birth['kind'] | null
  readonly day: string | null
  /** Day and month exchanged, where that is a different date. */
  readonly exchanged: string | null
  readonly placeholder: string | null
  readonly month: number | null
  readonly from: number | null
  readonly to: number | null
}

export function birthColumns(birth: Birth | null): BirthColumns {
  if (birth === null)
    return { kind: null, day: null, exchanged: null, placeholder: null, month: null, from: null, to: null }
  const { kind, from, to, month, day } = birth
  const real = kind === 'day' && day !== null && month !== null
  return {
    kind,
    day: real ? digits(birth) : null,
    exchanged: real && day <= 12 && day !== month ? digits({ ...birth, month: day, day: month }) : null,
    placeholder: kind === 'placeholder' ? digits(birth) : null,
    month,
    from,
    to,
  }
}
