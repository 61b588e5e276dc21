import type { Figure, Remark } from '#figures/figure-shape.ts'
import { isMissing } from '#figures/rows.ts'
import { type DraftFigure, type FigureLine, partsOf } from '../report.ts'
import { baseId, type CountedFigure, rowId, systemOf } from './cells.ts'
import { hiddenIn, type Policy, usual } from './hide.ts'

/**
 * The figures as the public may see them, all of a report together, since a number that one of them hides another may give
 * away. Before a sentence or a chart is made: neither can say what is not here any more. `first`: ids of cells to hide
 * besides, such as those that an earlier publication would tell apart.
 */
export function protectedFigures(
  figures: readonly CountedFigure[],
  policy: Policy = usual,
  first: ReadonlySet<string> = new Set(),
): DraftFigure[] {
  const hidden = hiddenIn(systemOf(figures), policy, first)
  return figures.map(({ figure, counted }) => veiled(figure, counted, hidden))
}

function veiled(figure: DraftFigure, counted: Figure, hidden: ReadonlySet<string>): DraftFigure {
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
    rows: figure.by.length === 2 ? rows : inNoOrderOfSize(rows),
    ...remarksOf(counted, touched),
  }
}

/** Where a hidden row stands among others would say between which numbers it lies. */
function inNoOrderOfSize(rows: readonly FigureLine[]): FigureLine[] {
  const labels = (row: FigureLine) => partsOf(row).map(({ label }) => label)
  const missing = (row: FigureLine) => isMissing(partsOf(row).map(({ key }) => key))
  const place = (row: FigureLine) => (missing(row) ? 2 : row.n === 'c' ? 1 : 0)
  return rows.toSorted((a, b) => {
    if (place(a) !== place(b)) return place(a) - place(b)
    return place(a) === 1 ? labels(a).join().localeCompare(labels(b).join(), 'en') : 0
  })
}

/** Remarks count too: of a figure that hides something none with a number of persons stays, nor the sum of its shares. */
function remarksOf({ caveats, not_available }: Figure, touched: boolean) {
  const told = (remark: Remark) => {
    if (remark.code === 'top_only') return `Only ranks 1 to ${remark.values['top']} are shown.`
    if (!touched || ofOffices.has(remark.code)) return remark.text
    if (remark.code === 'several_answers') return 'Several answers are possible.'
    if (remark.code === 'rounding') return 'Shares are rounded.'
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

/** Their numbers are of offices or years, not of persons. */
const ofOffices: ReadonlySet<string> = new Set(['not_reporting', 'no_report', 'not_reported'])
