import { type TrueRegistration } from '#linkage/synthetic/migrants.ts'

const quoted = (value: string) => (/[",\n]/.test(value) ? `"${value.replaceAll('"', '""')}"` : value)

/** Invented registrations as lines of a CSV file. */
export function registrationLines(made: readonly TrueRegistration[]): string[] {
  const columns = Object.keys(made[0]?.registration ?? {}) as (keyof TrueRegistration['registration'])[]
  return [
    columns.join(','),
    ...made.map(({ registration }) => columns.map(column => quoted(registration[column])).join(',')),
  ]
}
