import { type DraftFigure, type FigureLine, partsOf } from '../report.ts'
import type { Policy } from './hide.ts'
import { countsPeople } from '#figures/people.ts'

/** A number that two publications together give away: their difference counts so few persons. */
interface Difference {
  readonly figure: string
  /** null: the base. */
  readonly key: FigureLine['key'] | null
  readonly before: number
  readonly now: number
}

/**
 * What a new report would give away to whoever holds an earlier one, of whatever kind: the same number of the same time again,
 * or one that counts on from where the other ended. Two years that each count for themselves share nobody.
 */
export function differences(
  now: readonly DraftFigure[],
  before: readonly DraftFigure[],
  { threshold }: Policy,
): Difference[] {
  const earlier = new Map(before.flatMap(figure => numbersIn(figure).map(({ id, n }) => [id, n] as const)))
  return now.flatMap(figure =>
    numbersIn(figure).flatMap(({ id, key, n }) => {
      const then = earlier.get(id)
      if (then === undefined) return []
      const size = Math.abs(n - then)
      return size > 0 && size < threshold ? [{ figure: figure.id, key, before: then, now: n }] : []
    }),
  )
}

/** The base and the rows that are printed as numbers, each by what it counts, in whatever figure it stands. */
function numbersIn(figure: DraftFigure): { id: string; key: Difference['key']; n: number }[] {
  if (!countsPeople(figure.unit)) return []
  const told = (key: Difference['key'], own: Readonly<Record<string, string>>, n: FigureLine['n']) =>
    typeof n === 'number' ? [{ id: idOf(figure, own), key, n }] : []
  return [
    ...told(null, {}, figure.base.n),
    ...figure.rows.flatMap(row =>
      told(row.key, Object.fromEntries(partsOf(row).map(({ key }, at) => [figure.by[at]?.id ?? '', key])), row.n),
    ),
  ]
}

function idOf({ id, query, period, accumulation }: DraftFigure, own: Readonly<Record<string, string>>): string {
  const asked = Object.entries(query?.where ?? {}).map(([dimension, values]) => [
    dimension,
    values.toSorted().join(' '),
  ])
  const { year, ...conditions } = { ...Object.fromEntries(asked.filter(([dimension]) => dimension !== 'year')), ...own }
  const running = accumulation === 'to_date' || accumulation === 'since'
  return JSON.stringify([
    query?.indicator ?? id,
    accumulation,
    running ? null : (year ?? period.label),
    Object.entries(conditions).sort(([a], [b]) => (a < b ? -1 : 1)),
  ])
}
