import { type DraftFigure, type FigureLine, partsOf, type ReportFigure } from '../report.ts'
import type { Policy } from './hide.ts'

/** A number that two publications together give away: their difference counts so few persons. */
interface Difference {
  readonly figure: string
  /** null: the base. */
  readonly key: FigureLine['key'] | null
  readonly before: number
  readonly now: number
}

/**
 * What a new report would give away to whoever holds an earlier one: the same figure of the same time again, or one that
 * counts on from where the other ended. Two years that each count for themselves share nobody.
 */
export function differences(
  now: readonly DraftFigure[],
  before: readonly ReportFigure[],
  { threshold }: Policy,
): Difference[] {
  return now.flatMap(figure => {
    const earlier = before.find(each => each.id === figure.id && alike(each, figure))
    if (earlier === undefined) return []
    const told = (key: Difference['key'], then: FigureLine['n'], later: FigureLine['n']): Difference[] => {
      if (typeof then !== 'number' || typeof later !== 'number') return []
      const size = Math.abs(later - then)
      return size > 0 && size < threshold ? [{ figure: figure.id, key, before: then, now: later }] : []
    }
    const rows = figure.rows.flatMap(row => {
      const same = earlier.rows.find(each => keyOf(each) === keyOf(row))
      return same ? told(row.key, same.n, row.n) : []
    })
    return [...told(null, earlier.base.n, figure.base.n), ...rows]
  })
}

const alike = (a: DraftFigure, b: DraftFigure): boolean =>
  a.indicator === b.indicator &&
  a.accumulation === b.accumulation &&
  (a.period.label === b.period.label || a.accumulation === 'to_date' || a.accumulation === 'since')

const keyOf = (row: FigureLine): string =>
  partsOf(row)
    .map(({ key }) => key)
    .join('\u0000')
