import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import type { DraftFigure } from './report.ts'

/** Remarks that say why shares do not sum to 100. */
const aboutSums: readonly string[] = ['rounding', 'several_answers', 'several_rows']

/** What a builder decides about a figure; everything else comes with the count. */
export type Placed = Pick<DraftFigure, 'id' | 'caption' | 'chart'> &
  Partial<Pick<DraftFigure, 'accumulation' | 'period' | 'base' | 'caveats'>>

/** A counted figure as it stands in a report, with its whole passport. */
export function figureOf(figure: Figure, query: FigureQuery, placed: Placed): DraftFigure {
  const about = figure.caveats.filter(({ code }) => aboutSums.includes(code))
  const others = figure.caveats.filter(each => !about.includes(each))
  return {
    indicator: figure.label,
    unit: figure.unit,
    definition: figure.definition,
    period: figure.period,
    accumulation: figure.accumulation,
    base: figure.base,
    by: figure.by.map(({ id, label, multiple }) => ({ id, label, multiple })),
    rows: figure.rows.map(({ key, label, n, share }) => ({ key, label, n, share })),
    sumNote: about.length === 0 ? null : about.map(({ text }) => text).join(' '),
    notAvailable: figure.not_available.map(({ text }) => text),
    coverage: figure.coverage.text,
    caveats: others.map(({ text }) => text),
    query,
    ...placed,
  }
}
