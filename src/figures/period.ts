import type { Indicator } from './indicators/indicator.ts'
import { FigureProblem } from './problem.ts'
import { say } from './words.ts'

type Where = Readonly<Record<string, readonly string[]>>

export interface Period {
  readonly label: string
  readonly from: string | null
  readonly to: string | null
}

/** No record is older than this, and none is dated later. */
const [first, last] = [1900, 2999]

/**
 * The years that are counted when `asked` are asked for, and the period in words. An indicator that accumulates counts
 * from its beginning to the end of the latest year asked for; its unknown years are left out and said to be.
 * @throws FigureProblem bad_period when an accumulating indicator is asked about a time before its first year.
 */
export function periodOf(
  { id, accumulation, since }: Pick<Indicator, 'id' | 'accumulation' | 'since'>,
  asked: readonly string[] | null,
): { years: readonly string[] | null; period: Period } {
  if (accumulation === 'in_period' || accumulation === 'as_of') return { years: asked, period: plain(asked) }
  const known = knownOf(asked ?? [])
  const to = known.at(-1)
  if (asked !== null && to === undefined)
    throw new FigureProblem('bad_period', `${id} is counted up to a year; name the year.`)
  const from = accumulation === 'since' ? (since ?? first) : first
  if (to !== undefined && Number(to) < from)
    throw new FigureProblem('bad_period', `${id} is counted since ${from}; ask for that year or a later one.`)
  if (accumulation === 'to_date')
    return to === undefined
      ? { years: null, period: { label: say('to_date_all'), from: null, to: null } }
      : {
          years: range(from, Number(to)),
          period: { label: say('to_date', { year: to }), from: null, to: `${to}-12-31` },
        }
  const values = { since: String(from), year: to ?? '' }
  return {
    years: range(from, to === undefined ? last : Number(to)),
    period: {
      label: say(to === undefined ? 'since_all' : 'since_to', values),
      from: `${from}-01-01`,
      to: to === undefined ? null : `${to}-12-31`,
    },
  }
}

/**
 * What a query asks and what the indicator always asks, together. A value must be in both where both name a dimension.
 * @throws FigureProblem never_holds when nothing can be in both.
 */
export function conditionsOf(
  { id, only = {} }: Pick<Indicator, 'id' | 'only'>,
  where: Where,
  years: readonly string[] | null,
): Where {
  const found: Record<string, readonly string[]> = { ...where }
  if (years !== null) found['year'] = years
  for (const [dimension, values] of Object.entries(only)) {
    const asked = found[dimension]
    const both = asked === undefined ? values : asked.filter(value => values.includes(value))
    if (both.length === 0)
      throw new FigureProblem('never_holds', `${id} counts only ${dimension} = ${values.join(' or ')}.`, values)
    found[dimension] = both
  }
  return found
}

function plain(years: readonly string[] | null): Period {
  if (years === null) return { label: say('all_years'), from: null, to: null }
  const known = knownOf(years)
  const [from, to] = [known[0], known.at(-1)]
  return {
    label: [...known, ...years.filter(year => !known.includes(year))].join(', '),
    from: from === undefined ? null : `${from}-01-01`,
    to: to === undefined ? null : `${to}-12-31`,
  }
}

const knownOf = (years: readonly string[]): string[] => years.filter(year => /^\d{4}$/.test(year)).sort()

const range = (from: number, to: number): string[] =>
  Array.from({ length: to - from + 1 }, (_, at) => String(from + at))
