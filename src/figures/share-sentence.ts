import type { Figure, FigureRow } from './figure-shape.ts'
import { indicators } from './indicators/all.ts'
import { FigureProblem } from './problem.ts'
import { isMissing, shareOf } from './rows.ts'
import { say } from './words.ts'

/** “Legal assistance: 58% (58 of 100 persons returned, of all)”: a share never stands without its base. */
export function shareSentence(figure: Figure, key: string): string {
  const row = rowOf(figure, key)
  if (row.n === null || row.share === null) return say('share_of_none', { label: labelOf(row) })
  return say('share_of', { ...valuesOf(figure, row.n, row.share), label: labelOf(row) })
}

/**
 * “the other 42% (42 of 100 persons, of all)”: what is not in a row.
 * @throws FigureProblem no_complement where one unit may have several answers: whoever did not receive legal assistance
 *   did not for that reason receive something else (source [003]: “58% received legal assistance, while 42% received
 *   other forms”). Also where the whole is not available, or where some answers are unknown and the base is of all.
 */
export function complementSentence(figure: Figure, key: string): string {
  const [dimension] = figure.by
  const { n } = rowOf(figure, key)
  const { n: base, of } = figure.base
  if (figure.by.length !== 1 || !dimension)
    throw new FigureProblem('no_complement', 'A complement is of a figure by one dimension.')
  const { oneAnswer, measure } = indicators.get(figure.indicator) ?? {}
  if ((dimension.multiple && !oneAnswer) || (measure !== 'count' && measure !== 'usd'))
    throw new FigureProblem(
      'no_complement',
      `${dimension.label}: several answers are possible, so nothing can be said of “the others”.`,
    )
  if (n === null || base === null) throw new FigureProblem('no_complement', 'What is not available has no rest.')
  const unknown = of === 'all' && figure.rows.some(row => isMissing([row.key].flat()) && (row.n ?? 0) > 0)
  if (unknown)
    throw new FigureProblem(
      'no_complement',
      `${dimension.label}: some are unknown. Ask for shares of what is known, or name each row.`,
    )
  return say('rest_of', valuesOf(figure, base - n, shareOf(base - n, base) ?? 0))
}

function rowOf(figure: Figure, key: string): FigureRow {
  const row = figure.rows.find(each => each.key === key)
  if (!row) throw new FigureProblem('unknown_value', `The figure has no row ${key}.`)
  return row
}

const labelOf = ({ label }: FigureRow): string => (Array.isArray(label) ? label.join(', ') : label)

function valuesOf(figure: Figure, n: number, share: number) {
  const { n: base, of } = figure.base
  return { n, share, base: base ?? 0, of, noun: nounOf(figure.indicator, base ?? 0) }
}

/** What an indicator is called after a number. */
export function nounOf(indicator: string, n: number): string {
  const wording = indicators.get(indicator)?.wording
  return (n === 1 ? wording?.one : wording?.other) ?? indicator
}
