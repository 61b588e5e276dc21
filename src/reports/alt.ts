import { type DraftFigure, partsOf } from './report.ts'
import type { ReportWords } from './words.ts'

/** Rows that a listener is told before being sent to the table. */
const told = 6

/** The chart in words, from the values that are printed and so never more than they say. '' where there is no chart. */
export function altOf(figure: DraftFigure, words: ReportWords): string {
  if (figure.chart === null) return ''
  const { text } = words
  const rows = figure.rows.slice(0, told).map(row => {
    const [first = '', second] = partsOf(row).map(({ label }) => words.isolate(label))
    const label = second === undefined ? first : text.altWithin(first, second)
    const share = row.share === null || row.share === 'c' ? '' : ` (${words.share(row.share)})`
    return text.altRow(label, `${words.count(row.n)}${share}`)
  })
  const left = figure.rows.length - rows.length
  const list = rows.length === 0 ? text.altEmpty : `${rows.join('; ')}.`
  const more = left === 0 ? '' : ` ${text.altMore(words.number(left))}`
  return `${text.alt(text.chart[figure.chart], words.isolate(figure.caption), list)}${more}`
}
