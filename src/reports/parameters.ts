import type { Parameter, Parameters, ReportKind } from './kind.ts'
import { ReportProblem } from './problem.ts'

/** What each type takes, and how to say it. */
const types: Readonly<Record<Parameter['type'], { readonly takes: RegExp; readonly like: string }>> = {
  year: { takes: /^[12]\d{3}$/, like: 'a year, such as 2011' },
  years: { takes: /^[12]\d{3}-[12]\d{3}$/, like: 'the first and the last year, such as 2008-2011' },
  day: { takes: /^[12]\d{3}-(0[1-9]|1[0-2])-(0[1-9]|[12]\d|3[01])$/, like: 'a day, such as 2022-05-09' },
  country: { takes: /^[A-Za-z]{2}$/, like: 'a country by its two letters, such as UA' },
  name: { takes: /^[^\p{Cc}\p{Cf}]{1,120}$/u, like: 'a name, as it is recorded' },
  code: { takes: /^[\w.-]{1,80}$/, like: 'a code' },
}

/** @throws ReportProblem that names the first value that is missing, not known, or of another form. */
export function checked(kind: ReportKind, given: Readonly<Record<string, string | undefined>>): Parameters {
  const known = kind.parameters.map(({ id }) => id)
  const strange = Object.keys(given).find(id => given[id] !== undefined && !known.includes(id))
  if (strange !== undefined)
    throw new ReportProblem(
      'unknown_parameter',
      `The report ${kind.id} takes ${known.join(', ')}, not ${strange}.`,
      strange,
    )
  return Object.fromEntries(
    kind.parameters.flatMap(({ id, type, optional }) => {
      const value = given[id]?.trim() ?? ''
      if (optional && value === '') return []
      const { takes, like } = types[type]
      if (!takes.test(value)) throw new ReportProblem('bad_parameter', `Give ${id}: ${like}.`, id)
      if (type === 'day' && !isDay(value)) throw new ReportProblem('bad_parameter', `There is no day ${value}.`, id)
      return [[id, type === 'country' ? value.toUpperCase() : value]]
    }),
  )
}

const isDay = (value: string): boolean => {
  const at = new Date(`${value}T00:00:00Z`)
  return !Number.isNaN(at.getTime()) && at.toISOString().startsWith(value)
}
