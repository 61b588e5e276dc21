import type { Dimension } from '#dictionary/dimensions.ts'
import { assumedWay, byWay, type Ways, waysOf } from './accumulation.ts'
import { type Words, dimensionNamed, valueNamed } from './dimension.ts'
import type { FigureQuery } from './figure-shape.ts'
import { indicators } from './indicators/all.ts'
import type { Indicator } from './indicators/indicator.ts'
import { conditionsOf, periodOf } from './period.ts'
import { FigureProblem } from './problem.ts'

/** A query whose every name is known: what is counted, by what, of what. */
export interface Question {
  readonly indicator: Indicator
  readonly by: readonly Dimension[]
  /** As it was asked: dimension id -> values as the facts hold them (offices by code); the year is among them. */
  readonly where: Readonly<Record<string, readonly string[]>>
  /** What is counted: `where` with the conditions of the indicator and the years that its accumulation covers. */
  readonly conditions: Question['where']
  /** Years that are counted; null: all. `unknown` may be among them. */
  readonly years: readonly string[] | null
  readonly period: { label: string; from: string | null; to: string | null }
  readonly top: number | undefined
  readonly of: 'all' | 'known'
  /** Of numbers of activities: how the ways of counting over time were asked for. */
  readonly ways: Ways
}

/** @throws FigureProblem naming what is unknown and what exists. */
export function readQuery(words: Words, query: FigureQuery): Question {
  const indicator = indicators.get(query.indicator)
  if (!indicator) {
    const ids = [...indicators.keys()]
    throw new FigureProblem(
      'unknown_indicator',
      `There is no indicator ${query.indicator}. There are: ${ids.join(', ')}.`,
      ids,
    )
  }
  if (query.by.length > 2) throw new FigureProblem('too_many_dimensions', 'A figure has at most two dimensions.')
  const by = query.by.map(name => dimensionNamed(words.dictionary, indicator, name))
  if (by[0] && by[0].id === by[1]?.id)
    throw new FigureProblem('same_dimension_twice', `${by[0].id} is given twice; name two different dimensions.`)
  if (query.top !== undefined && !(Number.isInteger(query.top) && query.top >= 1))
    throw new FigureProblem('bad_number', 'The number of ranks to show is a whole number from 1.')
  const of = query.of ?? 'all'
  if (of === 'known' && (by.length !== 1 || by[0]?.list === null))
    throw new FigureProblem('no_known_base', 'Shares of what is known are of one dimension that has a list of values.')
  const where: Record<string, readonly string[]> = {}
  for (const [name, values] of Object.entries(query.where)) {
    const dimension = dimensionNamed(words.dictionary, indicator, name)
    if (values.length === 0) throw new FigureProblem('unknown_value', `No value is given for ${dimension.id}.`)
    const known = values.map(value => valueNamed(words, dimension, value))
    where[dimension.id] = [...new Set([...(where[dimension.id] ?? []), ...known])]
  }
  if (query.year !== undefined) {
    if (where['year']) throw new FigureProblem('year_twice', 'The year is given twice; give it once.')
    if (!Number.isInteger(query.year) || query.year < 1000 || query.year > 2999)
      throw new FigureProblem('bad_number', `${query.year} is not a year.`)
    where['year'] = [String(query.year)]
  }
  const ways = waysOf(indicator.facts, by, where)
  if (ways === 'assumed') where[byWay] = [assumedWay]
  const { years, period } = periodOf(indicator, where['year'] ?? null)
  const conditions = conditionsOf(indicator, where, years)
  return { indicator, by, where, conditions, years, period, top: query.top, of, ways }
}
