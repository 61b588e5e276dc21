import type { Figure } from './calls.ts'
import { partsOf } from './shape.ts'
import type { FigureWords } from './words.ts'

/**
 * A figure as CSV: one line a row with codes beside labels, and under it, after an empty line, its passport. A cell that
 * a spreadsheet would take for a formula (= + - @ or a control character first) begins with an apostrophe instead.
 */
export function csvOf(figure: Figure, words: FigureWords, heads: CsvHeads): string {
  const header = [
    heads.rank,
    ...figure.by.flatMap(each => [each.id, words.dimension(each.id, each.label)]),
    figure.unit,
    heads.share,
  ]
  const lines = figure.rows.map(row => [
    row.rank === null ? '' : String(row.rank),
    ...partsOf(row).flatMap((part, at) => [part.key, words.value(figure.by[at]?.id ?? '', part.key, part.label)]),
    row.n === null ? '' : String(row.n),
    row.share === null ? '' : String(row.share),
  ])
  const passport = [
    [heads.figure, words.title(figure)],
    ...words.conditions(figure).map(said => [heads.only, said]),
    [heads.unit, `${words.unit(figure.unit)}: ${words.definition(figure.indicator, figure.definition)}`],
    [heads.base, figure.base.n === null ? heads.notAvailable : String(figure.base.n)],
    [heads.period, words.period(figure)],
    [heads.coverage, words.coverage(figure)],
    ...figure.not_available.map(each => [heads.notAvailable, words.remark(each)]),
    ...figure.caveats.map(each => [heads.caveat, words.remark(each)]),
    [heads.asOf, figure.asOf],
  ]
  const table = figure.by.length === 0 ? [] : [header, ...lines, []]
  return [...table, ...passport].map(line => line.map(cell).join(',')).join('\r\n')
}

export interface CsvHeads {
  readonly rank: string
  readonly share: string
  readonly figure: string
  readonly only: string
  readonly unit: string
  readonly base: string
  readonly period: string
  readonly coverage: string
  readonly notAvailable: string
  readonly caveat: string
  readonly asOf: string
}

/** Codes only: a file name is seen by anybody who looks at the desk. */
export const fileNameOf = (figure: Figure, ending: string): string =>
  `${['waymark', figure.indicator, ...figure.by.map(each => each.id), ...(figure.where['year'] ?? [])].join('-')}.${ending}`

export function cell(text: string): string {
  const safe = /^\s*[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
