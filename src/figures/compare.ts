import type { Actor } from '#access/permission.ts'
import type { OfficeDirectory } from '#register/office-directory.ts'
import type { Register } from '#register/register.ts'
import { reportsOf } from '#register/reports.ts'
import { type Change, changeOf, changeSentence, unlikeness } from './change.ts'
import { officesOf } from './coverage.ts'
import { factWords } from './fact-words.ts'
import { countAt } from './figure.ts'
import type { Figure, FigureQuery, Remark } from './figure-shape.ts'
import { indicators } from './indicators/all.ts'
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
  readonly offices: { readonly alike: string[]; readonly unlike: string[] }
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

/** The same within a snapshot; `count` counts in it. */
export async function compareAt(
  at: Snapshot,
  query: ComparisonQuery,
  count: (query: FigureQuery) => Promise<Figure>,
): Promise<Comparison> {
  const { from, to, sameOffices, ...asked } = query
  if (from >= to)
    throw new FigureProblem('no_base_period', 'The base year comes before the year that is compared with it.')
  const offices = await alikeIn(at, query)
  const within = sameOffices ? { ...asked, where: { ...asked.where, office: offices.alike } } : asked
  if (sameOffices && offices.alike.length === 0)
    throw new FigureProblem('no_base_period', `No office reported in both ${from} and ${to} in the same way.`)
  const before = await count({ ...within, year: from })
  const after = await count({ ...within, year: to })
  const reasons = unlikeness(before, after)
  if (!sameOffices && offices.unlike.length > 0)
    reasons.push(remark('other_coverage', { n: offices.unlike.length, names: named(offices.unlike) }))
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

const most = 10
const named = (codes: readonly string[]): string =>
  codes.length > most ? `${codes.slice(0, most).join(', ')} …` : codes.join(', ')

/** How fully an office reported: case files can be told apart, variables and totals in part, outside sources are another matter. */
const fullness: Readonly<Record<string, string>> = {
  case_file: 'files',
  core_variables: 'shared',
  counted_total: 'shared',
  outside_source: 'outside',
}

async function alikeIn(
  { register, client, reach }: Snapshot,
  { indicator: id, where, from, to }: ComparisonQuery,
): Promise<Comparison['offices']> {
  const indicator = indicators.get(id)
  const directory: OfficeDirectory = register.offices()
  // An unknown name is refused where the figure is counted; projects and money have no years of reporting.
  if (!indicator || !factWords[indicator.facts].dated) return { alike: [], unlike: [] }
  const { reports: table } = factWords[indicator.facts]
  const offices = officesOf(directory, reach.all ? null : reach.offices, where).map(office => office.id)
  const ways = async (year: number) => {
    const reports = await reportsOf(client, { table, offices, years: [String(year)] })
    return Map.groupBy(reports, ({ office }) => office)
  }
  const [then, now] = [await ways(from), await ways(to)]
  const wayOf = (reports: readonly { readonly route: string }[] | undefined) =>
    JSON.stringify([...new Set((reports ?? []).map(({ route }) => fullness[route] ?? route))].sort())
  const code = (office: string) => directory.byId(office)?.code ?? office
  const all = [...new Set([...then.keys(), ...now.keys()])]
  const alike = (office: string) => wayOf(then.get(office)) === wayOf(now.get(office))
  return {
    alike: all.filter(alike).map(code).sort(),
    unlike: all
      .filter(each => !alike(each))
      .map(code)
      .sort(),
  }
}
