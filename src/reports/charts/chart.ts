import { partsOf, type ReportFigure } from '../report.ts'
import { secondKeys } from '../table.ts'
import type { ReportWords } from '../words.ts'
import { bars, mostRows } from './bars.ts'
import { dashes, lines } from './lines.ts'
import { type Paint, sheet } from './sheet.ts'
import { stacked } from './stacked.ts'

export interface Drawing {
  readonly width: number
  readonly rtl: boolean
  readonly paint: Paint
  /** Of the ids inside it; unique in the document. */
  readonly prefix: string
}

/** The chart of a figure as SVG; null where it has none, or nothing to draw. */
export function chartOf(figure: ReportFigure, words: ReportWords, drawing: Drawing): string | null {
  if (figure.chart === null || figure.rows.length === 0) return null
  const on = sheet(drawing)
  const draw = { bars, stacked, line: lines }[figure.chart]
  return on.svg(draw(on, figure, words), figure.alt)
}

/** Rows that are too many for the chart and stand in the table only. */
export function undrawn(figure: ReportFigure): number {
  const { chart, rows } = figure
  if (chart === 'bars') return Math.max(0, rows.length - mostRows)
  if (chart === 'stacked') {
    const drawn = [...new Set(rows.map(row => partsOf(row)[0]?.key))].slice(0, mostRows)
    return rows.filter(row => !drawn.includes(partsOf(row)[0]?.key)).length
  }
  if (chart === null) return 0
  const left = secondKeys(figure)
    .slice(dashes.length)
    .map(({ key }) => key)
  return rows.filter(row => left.includes(partsOf(row)[1]?.key ?? '')).length
}
