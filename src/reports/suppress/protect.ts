import type { Figure, Remark } from '#figures/figure-shape.ts'
import { isMissing } from '#figures/rows.ts'
import { type DraftFigure, type FigureLine, partsOf } from '../report.ts'
import { baseId, type Beside, type CountedFigure, rowId, systemOf } from './cells.ts'
import { hiddenIn, type Policy, usual } from './hide.ts'
import { countsPeople } from '#figures/people.ts'

/** What may be printed of a report: its figures, and which other numbers sentences must not say. */
export interface Protected {
  readonly figures: DraftFigure[]
  /** Ids of cells that are not shown. */
  readonly hidden: ReadonlySet<string>
}

/**
 * The figures as the public may see them, all of a report together, since a number that one of them hides another may give
 * away. Before a sentence or a chart is made: neither can say what is not here any more. `beside`: numbers that sentences
 * would say besides.
 */
export function protectedNumbers(
  figures: readonly CountedFigure[],
  policy: Policy = usual,
  beside?: Beside,
): Protected {
  const hidden = hiddenIn(systemOf(figures, beside), policy)
  return { figures: figures.map(({ figure, counted }) => veiled(figure, counted, hidden, policy)), hidden }
}

export const protectedFigures = (figures: readonly CountedFigure[], policy: Policy = usual): DraftFigure[] =>
  protectedNumbers(figures, policy).figures

function veiled(figure: DraftFigure, counted: Figure, hidden: ReadonlySet<string>, policy: Policy): DraftFigure {
  const noBase = counted.base.n !== null && hidden.has(baseId(counted))
  const rows = figure.rows.map((row): FigureLine => {
    if (hidden.has(rowId(counted, row.key))) return { ...row, n: 'c', share: 'c' }
    // A share of a hidden base would give the base away.
    return noBase ? { ...row, share: row.share === null ? null : 'c' } : row
  })
  const touched = noBase || rows.some(({ n }) => n === 'c')
  return {
    ...figure,
    base: { ...figure.base, n: noBase ? 'c' : figure.base.n },
    rows: inNoOrderOfSize(rows),
    ...remarksOf(counted, { touched, hidden, policy }),
  }
}

/** Where a hidden row stands among others would say between which numbers it lies. */
function inNoOrderOfSize(rows: readonly FigureLine[]): FigureLine[] {
  const labels = (row: FigureLine) => partsOf(row).map(({ label }) => label)
  const missing = (row: FigureLine) => isMissing(partsOf(row).map(({ key }) => key))
  const place = (row: FigureLine) => (missing(row) ? 2 : 0) + (row.n === 'c' ? 1 : 0)
  return rows.toSorted((a, b) => {
    if (place(a) !== place(b)) return place(a) - place(b)
    return a.n === 'c' ? labels(a).join().localeCompare(labels(b).join(), 'en') : 0
  })
}

interface Told {
  /** Something of the figure is hidden. */
  readonly touched: boolean
  readonly hidden: ReadonlySet<string>
  readonly policy: Policy
}

/**
 * Remarks count too: none says a small number, and of a figure that hides something none with a number of persons stays,
 * nor the sum of its shares.
 */
function remarksOf(counted: Figure, { touched, hidden, policy }: Told) {
  const { caveats, not_available, unit } = counted
  const small = (remark: Remark) =>
    countsPeople(unit) && Object.values(remark.values).some(n => typeof n === 'number' && n > 0 && n < policy.threshold)
  // The estimate is half of a number that another figure may hide.
  const halved = (remark: Remark) =>
    remark.code.startsWith('estimate_half') && hidden.has(baseId({ ...counted, indicator: 'instances' }))
  const told = (remark: Remark) => {
    if (remark.code === 'top_only') return `Only ranks 1 to ${remark.values['top']} are shown.`
    if (ofOffices.has(remark.code)) return remark.text
    if (remark.code === 'several_answers' && touched) return 'Several answers are possible.'
    if (remark.code === 'rounding') return touched ? 'Shares are rounded.' : remark.text
    if (small(remark) || halved(remark)) return null
    if (!touched) return remark.text
    return Object.values(remark.values).some(value => /\d/.test(String(value))) ? null : remark.text
  }
  const kept = (remarks: readonly Remark[]) => remarks.map(told).filter(text => text !== null)
  const sums = (remark: Remark) => ['rounding', 'several_answers', 'several_rows'].includes(remark.code)
  const about = kept(caveats.filter(sums))
  return {
    sumNote: about.length === 0 ? null : about.join(' '),
    caveats: kept(caveats.filter(remark => !sums(remark))),
    notAvailable: kept(not_available.filter(({ n }) => n === null || !touched)),
  }
}

/** Their numbers are of offices, years or combinations of values, not of persons. */
const ofOffices: ReadonlySet<string> = new Set([
  'not_reporting',
  'reach_some',
  'no_report',
  'not_reported',
  'coverage_stated',
  'zeros_not_listed',
])
