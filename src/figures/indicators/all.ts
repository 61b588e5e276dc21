import { assistanceIndicators } from './assistance.ts'
import { hotlineIndicators } from './hotline.ts'
import type { Indicator } from './indicator.ts'
import { moneyIndicators } from './money.ts'
import { outcomeIndicators } from './outcomes.ts'
import { outputIndicators } from './outputs.ts'

/** Every indicator by id, in the order in which they are listed. */
export const indicators: ReadonlyMap<string, Indicator> = new Map(
  [...assistanceIndicators, ...outcomeIndicators, ...moneyIndicators, ...hotlineIndicators, ...outputIndicators].map(
    each => [each.id, each],
  ),
)
