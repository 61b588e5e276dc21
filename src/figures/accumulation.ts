import type { Accumulation } from './indicators/indicator.ts'
import { FigureProblem } from './problem.ts'

/**
 * Numbers of activities are counted over time in four ways, and no two ways are ever added. Without a word about it a figure
 * is of what was counted within periods; the others are told beside it. By the way itself, each row stands alone.
 */
export type Ways =
  /** Not a number of an activity. */
  | 'none'
  /** Nothing was said: within periods. */
  | 'assumed'
  | 'asked'
  /** Each way a row: rows stand beside each other and have no sum. */
  | 'rows'

export const byWay = 'accumulation'
export const assumedWay = 'in_period'

const ways = ['in_period', 'as_of', 'to_date', 'since'] as const satisfies readonly Accumulation[]
export const wayNamed = (code: string | undefined): Accumulation | undefined => ways.find(each => each === code)

/** @throws FigureProblem unlike_accumulation when several ways are asked for as one sum. */
export function waysOf(
  facts: string,
  by: readonly { readonly id: string }[],
  where: Readonly<Record<string, readonly string[]>>,
): Ways {
  if (facts !== 'output') return 'none'
  if (by.some(({ id }) => id === byWay)) return 'rows'
  const asked = where[byWay]
  if (asked === undefined) return 'assumed'
  if (asked.length > 1)
    throw new FigureProblem(
      'unlike_accumulation',
      `Numbers counted in different ways (${asked.join(', ')}) are not added. Ask for one, or by ${byWay}.`,
      asked,
    )
  return 'asked'
}
