/** Days as whole numbers since 1970-01-01, UTC. Believable files are mostly arithmetic on days. */
export type Day = number

export const dayFrom = (iso: string): Day => Math.floor(Date.parse(`${iso.slice(0, 10)}T00:00:00Z`) / 86_400_000)
/** Kept: a million files have some forty thousand different days, and ask for them twenty times each. */
const known = new Map<Day, string>()

export function isoOf(day: Day): string {
  const before = known.get(day)
  if (before !== undefined) return before
  const iso = new Date(day * 86_400_000).toISOString().slice(0, 10)
  known.set(day, iso)
  return iso
}

export const monthOf = (day: Day): string => isoOf(day).slice(0, 7)
export const yearOf = (day: Day): number => Number(isoOf(day).slice(0, 4))

/** Completed years at `at` of somebody born on `born`. */
export function yearsBetween(born: Day, at: Day): number {
  const from = isoOf(born)
  const to = isoOf(at)
  const years = Number(to.slice(0, 4)) - Number(from.slice(0, 4))
  return to.slice(5) < from.slice(5) ? years - 1 : years
}

/** Calendar months from the month of one day to the month of the other. */
export function monthsBetween(from: Day, to: Day): number {
  const a = isoOf(from)
  const b = isoOf(to)
  return (Number(b.slice(0, 4)) - Number(a.slice(0, 4))) * 12 + Number(b.slice(5, 7)) - Number(a.slice(5, 7))
}
