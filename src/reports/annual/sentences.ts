import { type Change, changeOf, changeSentence } from '#figures/change.ts'
import type { Remark } from '#figures/figure-shape.ts'
import { isMissing } from '#figures/rows.ts'
import { type Count, type DraftFigure, type FigureLine, partsOf } from '../report.ts'
import type { ReportWords } from '../words.ts'

/** Sentences of values. What is suppressed is not said, and that it is not said is. */

const hiddenNote = 'Values marked c are not shown, so that nobody can be recognised.'

const rowOf = (figure: DraftFigure, key: string): FigureLine | undefined => figure.rows.find(row => row.key === key)

const labelOf = (row: FigureLine): string =>
  partsOf(row)
    .map(({ label }) => label)
    .join(', ')

/** Rows that a sentence holds; the others are in the table. */
const mostSaid = 6

/** “Ukraine 835 (15%), Haiti 709 (13%)”, known values first as they stand; the unknown at the end. */
export function rowsSaid(figure: DraftFigure, words: ReportWords): string {
  if (figure.base.n === null) return 'Not available.'
  const shown = figure.rows.filter(row => typeof row.n === 'number' && row.n > 0)
  const hidden = figure.rows.some(({ n }) => n === 'c')
  const all = shown.map(row => `${labelOf(row)} ${numberSaid(row, words)}`)
  const said = all.length > mostSaid + 3 ? [...all.slice(0, mostSaid), `and ${all.length - mostSaid} more`] : all
  return [...(said.length === 0 ? [] : [`${said.join(', ')}.`]), ...(hidden ? [hiddenNote] : [])].join(' ')
}

const numberSaid = ({ n, share }: FigureLine, words: ReportWords): string =>
  typeof share === 'number' ? `${words.count(n)} (${words.percent(share)})` : words.count(n)

/** “63% were children (5 of 8)”. A value without a row was recorded for nobody. */
export function shareSaid(figure: DraftFigure, key: string, were: string, words: ReportWords): string {
  const { n: base } = figure.base
  if (base === null) return `How many ${were} is not available.`
  const row = rowOf(figure, key)
  if (row === undefined) return base === 0 ? '' : `None is recorded of whom it is said that they ${were}.`
  if (typeof row.n !== 'number' || typeof row.share !== 'number' || typeof base !== 'number')
    return `How many ${were} is not shown, so that nobody can be recognised.`
  return `${words.percent(row.share)} ${were} (${words.number(row.n)} of ${words.number(base)}).`
}

/** The first of a ranking, and how many share of the whole the ranking has. */
export function rankingSaid(figure: DraftFigure, of: string, words: ReportWords): string {
  if (figure.base.n === null) return `${of}: not available.`
  const known = figure.rows.filter(row => typeof row.n === 'number' && !isMissing(partsOf(row).map(({ key }) => key)))
  if (known.length === 0) return `${of}: no value can be shown.`
  return `${of}: ${known.map(row => `${labelOf(row)} ${words.count(row.n)}`).join(', ')}.`
}

interface Earlier {
  readonly year: string
  readonly comparable: boolean
  readonly reasons: readonly Remark[]
}

/** “Cross-border: 3,531 instances of assistance in 2011, 13% fewer than in 2008 (4,066).” Of assistance, never of trafficking. */
export function changesSaid(now: DraftFigure, before: DraftFigure, earlier: Earlier): string {
  if (!earlier.comparable)
    return `No change on ${earlier.year} is given: ${earlier.reasons.map(({ text }) => text).join('; ')}.`
  return now.rows
    .filter(row => !isMissing(partsOf(row).map(({ key }) => key)))
    .flatMap(row => {
      const then = typeof row.key === 'string' ? countOf(before, row.key) : 'c'
      if (typeof row.n !== 'number' || typeof then !== 'number') return []
      const change: Change = changeOf(then, row.n, true)
      const said = changeSentence(
        { indicator: 'instances' },
        { change, earlier: earlier.year, later: now.period.label, reasons: [] },
      )
      return [`${labelOf(row)}: ${said.replace(/\.$/, '')}.`]
    })
    .join(' ')
}

/** A value that a counted figure does not list was recorded for nobody. */
const countOf = (figure: DraftFigure, key: string): Count => {
  const row = rowOf(figure, key)
  if (row !== undefined) return row.n
  return figure.base.n === null ? null : 0
}
