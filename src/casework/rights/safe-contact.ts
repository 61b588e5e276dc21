import type { Value } from '#dictionary/answer.ts'

/** Hours in which nobody may ring: codes of the list `clock` (`1830`), from inclusive, until exclusive. */
export interface UnsafeHours {
  readonly from: Value | undefined
  readonly until: Value | undefined
}

/**
 * True when `at` (a code of `clock`) lies in one of the hours that the person called unsafe. Hours may run over midnight
 * (2200 to 0600); with one end only, the day from or until there is unsafe. What is not a time is never unsafe.
 */
export function unsafeTime(hours: readonly UnsafeHours[], at: Value | undefined): boolean {
  const time = clockOf(at)
  if (time === null) return false
  return hours.some(({ from, until }) => {
    const [first, end] = [clockOf(from), clockOf(until)]
    if (first === null && end === null) return false
    if (first === null || end === null || first < end) return time >= (first ?? '0000') && time < (end ?? '2400')
    return time >= first || time < end
  })
}

const clockOf = (value: Value | undefined): string | null =>
  typeof value === 'string' && /^\d{4}$/.test(value) ? value : null
