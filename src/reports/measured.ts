import type { ReportFigure } from './report.ts'
import { facesOf } from './table.ts'
import type { ReportWords } from './words.ts'

/** What stands under a caption: “instances of assistance, 2011; base 5,498 (of all)”. */
export const measured = (figure: ReportFigure, words: ReportWords): string =>
  words.text.measured(words.unit(figure.unit), words.over(figure.accumulation, figure.period), words.base(figure.base))

/** What stands under a table: the key to the signs that are in it, and why shares do not sum to 100. */
export function signsOf(figure: ReportFigure, { text }: ReportWords): string[] {
  const { missing, suppressed } = facesOf(figure)
  return [
    ...(missing ? [text.notAvailableKey] : []),
    ...(suppressed ? [text.suppressedKey] : []),
    ...(figure.sumNote === null ? [] : [figure.sumNote]),
  ]
}
