import { type Counted, type CountQuery, countFacts } from '#register/count.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type pg from 'pg'
import type { Indicator } from './indicators/indicator.ts'
import { FigureProblem } from './problem.ts'
import { isMissing } from './rows.ts'

/**
 * Counts the units of an indicator. Those that are values of a dimension (countries with projects) are counted from the facts
 * that have them: each known value once, over all and within each row.
 * @throws FigureProblem too_many_dimensions for the latter by two dimensions.
 */
export async function countUnits(
  client: pg.PoolClient,
  dictionary: Dictionary,
  { distinct }: Pick<Indicator, 'distinct'>,
  query: CountQuery,
): Promise<Counted> {
  if (distinct === undefined) return countFacts(client, dictionary, query)
  const [first, second] = query.by
  if (second !== undefined)
    throw new FigureProblem('too_many_dimensions', 'This can be counted by one dimension at a time.')
  const { routes, cells: values } = await countFacts(client, dictionary, { ...query, by: [distinct] })
  const known = values.filter(({ key }) => !isMissing(key))
  const whole = { base: known.length, routes }
  if (first === undefined) return { ...whole, cells: [] }
  if (first === distinct) return { ...whole, cells: known.map(({ key }) => ({ key, n: 1 })) }
  const { cells } = await countFacts(client, dictionary, { ...query, by: [first, distinct] })
  const rows = new Map<string, number>()
  for (const { key } of cells) {
    const [row = '', value = ''] = key
    if (!isMissing([value])) rows.set(row, (rows.get(row) ?? 0) + 1)
  }
  return { ...whole, cells: [...rows].map(([row, n]) => ({ key: [row], n })) }
}
