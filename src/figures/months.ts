import { countAt } from './figure.ts'
import type { Figure, FigureQuery, FigureRow } from './figure-shape.ts'
import { isMissing, shareOf } from './rows.ts'
import type { Snapshot } from './snapshot.ts'
import { remark } from './words.ts'

/** A figure of one time: `2011` or `2011-05`. */
export interface Timed {
  readonly time: string
  readonly figure: Figure
}

/**
 * The months of a year that have begun, each a figure of its own. Whoever reported for the year reported for its months: a
 * month without anything is 0, and every month of a year that nobody reported is not available. What has no month is said.
 * @throws FigureProblem dimension_not_for_indicator where months are not told
 */
export async function countMonths(
  at: Snapshot,
  asked: Omit<FigureQuery, 'year' | 'top'>,
  year: number,
): Promise<Timed[]> {
  const whole = await countAt(at, { ...asked, year, by: ['month'], of: 'all' })
  const crossed =
    asked.by.length === 0 ? null : await countAt(at, { ...asked, year, by: ['month', ...asked.by], of: 'all' })
  const now = at.asOf.slice(0, 7)
  return monthsOf(year)
    .filter(month => month <= now)
    .map(month => ({ time: month, figure: figureOf(month, whole, crossed) }))
}

function figureOf(month: string, whole: Figure, crossed: Figure | null): Figure {
  const n = whole.base.n === null ? null : (whole.rows.find(({ key }) => key === month)?.n ?? 0)
  const of = crossed ?? whole
  const left = whole.rows.find(({ key }) => typeof key === 'string' && isMissing([key]))?.n ?? 0
  const undated = left > 0 ? [{ ...remark('month_unknown', { n: left, units: whole.unit }), n: left }] : []
  return {
    ...of,
    period: { label: month, from: `${month}-01`, to: lastDayOf(month) },
    by: of.by.slice(1),
    base: { n, of: 'all' },
    rows: (crossed?.rows ?? []).flatMap(row => rowIn(row, month, n)),
    rest: null,
    not_available: [...of.not_available, ...undated],
    caveats: of.caveats.filter(({ code }) => !aboutRows.includes(code)),
  }
}

function rowIn({ key, label, n }: FigureRow, month: string, base: number | null): FigureRow[] {
  if (!Array.isArray(key) || !Array.isArray(label) || key[0] !== month) return []
  return [{ key: key[1], label: label[1], n, share: n === null ? null : shareOf(n, base), rank: null }]
}

/** Remarks on the rows of a table that is taken apart here. */
const aboutRows: readonly string[] = ['rounding', 'several_answers', 'several_rows']

const monthsOf = (year: number): string[] =>
  Array.from({ length: 12 }, (_, at) => `${year}-${String(at + 1).padStart(2, '0')}`)

const lastDayOf = (month: string): string => {
  const [year = 0, at = 0] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at, 0)).toISOString().slice(0, 10)
}
