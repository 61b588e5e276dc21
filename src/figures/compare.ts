import type { Actor } from '#access/permission.ts'
import type { Register } from '#register/register.ts'
import { type Alike, alikeIn, namedOffices, waysOfYears } from './alike.ts'
import { type Change, changeOf, changeSentence, unlikeness } from './change.ts'
import { countAt } from './figure.ts'
import type { Figure, FigureQuery, Remark } from './figure-shape.ts'
import { FigureProblem } from './problem.ts'
import { inSnapshot, type Snapshot } from './snapshot.ts'
import { remark } from './words.ts'

/** One figure in two years, and the change between them where like is compared with like. */
export interface Comparison {
  readonly before: Figure
  readonly after: Figure
  readonly comparable: boolean
  /** Why not; empty when they are. */
  readonly reasons: Remark[]
  readonly total: Change
  readonly rows: (Change & { readonly key: string | [string, string]; readonly label: string | [string, string] })[]
  /** Offices by code: reported in both years in the same way; not so. */
  readonly offices: Alike
  readonly text: string
}

export interface ComparisonQuery extends Omit<FigureQuery, 'year' | 'top'> {
  /** The base year, without which there is no change. */
  readonly from: number
  readonly to: number
  /** Count only the offices that reported in both years in the same way. */
  readonly sameOffices?: boolean | undefined
}

/**
 * Counts both years under the same conditions. A change is given only where every office that reported in one of them
 * reported in the other, as fully (case files, or core variables and totals); else both numbers stand, with the reason why
 * they are not comparable. @throws FigureProblem
 */
export const compareFigures = (register: Register, actor: Actor, query: ComparisonQuery): Promise<Comparison> =>
  inSnapshot(register, actor, at => compareAt(at, query, asked => countAt(at, asked)))

/** The same within a snapshot. `count` counts in it: where every question is to be known, such as in a report. */
export async function compareAt(
  at: Snapshot,
  query: ComparisonQuery,
  count: (query: FigureQuery) => Promise<Figure>,
): Promise<Comparison> {
  const { from, to, sameOffices, ...asked } = query
  if (from >= to)
    throw new FigureProblem('no_base_period', 'The base year comes before the year that is compared with it.')
  const ways = await waysOfYears(at, query, [from, to])
  const offices = ways ? alikeIn(ways.get(from) ?? new Map(), ways.get(to) ?? new Map()) : { alike: [], unlike: [] }
  const within = sameOffices ? { ...asked, where: { ...asked.where, office: offices.alike } } : asked
  if (sameOffices && offices.alike.length === 0)
    throw new FigureProblem('no_base_period', `No office reported in both ${from} and ${to} in the same way.`)
  const before = await count({ ...within, year: from })
  const after = await count({ ...within, year: to })
  const reasons = unlikeness(before, after)
  if (!sameOffices && offices.unlike.length > 0)
    reasons.push(remark('other_coverage', { n: offices.unlike.length, names: namedOffices(offices.unlike) }))
  const comparable = reasons.length === 0
  const total = changeOf(before.base.n, after.base.n, comparable)
  const text = changeSentence(after, {
    change: total,
    earlier: before.period.label,
    later: after.period.label,
    reasons,
  })
  if (sameOffices) after.caveats.push(remark('same_offices_only', { n: offices.alike.length }))
  return { before, after, comparable, reasons, total, rows: rowsOf(before, after, comparable), offices, text }
}

/** Rows of both figures, in the order of the later one. A value without a row occurs in no fact: it is 0 where there were reports. */
function rowsOf(before: Figure, after: Figure, comparable: boolean): Comparison['rows'] {
  const keys = new Map([...after.rows, ...before.rows].map(row => [JSON.stringify(row.key), row]))
  const numberIn = (figure: Figure, key: string) =>
    figure.base.n === null ? null : (figure.rows.find(row => JSON.stringify(row.key) === key)?.n ?? 0)
  return [...keys].map(([id, { key, label }]) => ({
    key,
    label,
    ...changeOf(numberIn(before, id), numberIn(after, id), comparable),
  }))
}
