import { type Count, partsOf, type ReportFigure, type TableColumn } from './report.ts'
import { type ReportWords, type Shown, shown } from './words.ts'

/** The table twin of a figure, the same in every format: row heads, numbers, and the base in its last row. */
export interface FigureTable {
  /** Over the row heads, then over each column of numbers. */
  readonly heads: readonly string[]
  readonly rows: readonly { readonly head: string; readonly cells: readonly Shown[] }[]
  /** Of a crossed table one cell for all columns: the base is of none of them. */
  readonly base: { readonly head: string; readonly cells: readonly Shown[] }
}

/** Columns of a crossed table; with more, the second dimension goes into the row heads. */
const widest = 8

export function tableOf(figure: ReportFigure, words: ReportWords): FigureTable {
  const columns = figure.by.length === 2 ? secondKeys(figure) : null
  const once = new Set(figure.rows.map(({ key }) => JSON.stringify(key))).size === figure.rows.length
  return columns !== null && columns.length > 0 && columns.length <= widest && once
    ? crossed(figure, columns, words)
    : listed(figure, words)
}

/** Whether anything in the figure is not available or suppressed, and so needs the key to these signs. */
export function facesOf(figure: ReportFigure): { readonly missing: boolean; readonly suppressed: boolean } {
  const counts = [figure.base.n, ...figure.rows.flatMap(({ n, share }) => (share === 'c' ? [n, share] : [n]))]
  return { missing: counts.includes(null), suppressed: counts.includes('c') }
}

function listed(figure: ReportFigure, words: ReportWords): FigureTable {
  const { text } = words
  const shares = figure.rows.some(({ share }) => share !== null)
  const cells = (n: Count, share: Count) => [
    shown(n, words.count(n)),
    ...(shares ? [shown(share, words.share(share))] : []),
  ]
  return {
    heads: [figure.by.map(({ label }) => label).join(', '), words.unit(figure.unit), ...(shares ? [text.share] : [])],
    rows: figure.rows.map(row => ({
      head: partsOf(row)
        .map(({ label }) => words.isolate(label))
        .join(', '),
      cells: cells(row.n, row.share),
    })),
    base: { head: baseHead(figure, words), cells: cells(figure.base.n, hundred(figure)) },
  }
}

type Column = { readonly key: string; readonly label: string }

function crossed(figure: ReportFigure, columns: readonly Column[], words: ReportWords): FigureTable {
  const lines = Map.groupBy(figure.rows, row => partsOf(row)[0]?.key ?? '')
  return {
    heads: [figure.by[0]?.label ?? '', ...columns.map(({ label }) => label)],
    rows: [...lines.values()].map(rows => ({
      head: (rows[0] && partsOf(rows[0])[0]?.label) ?? '',
      cells: columns.map(({ key }) => {
        const row = rows.find(each => partsOf(each)[1]?.key === key)
        if (row === undefined) return shown(null, words.text.notAvailable)
        const share = typeof row.share === 'number' && typeof row.n === 'number' ? ` (${words.share(row.share)})` : ''
        return shown(row.n, `${words.count(row.n)}${share}`)
      }),
    })),
    base: { head: baseHead(figure, words), cells: [shown(figure.base.n, words.count(figure.base.n))] },
  }
}

/** Keys of the second dimension in the order in which they first stand. */
export function secondKeys(figure: Pick<ReportFigure, 'rows'>): Column[] {
  const found = new Map<string, Column>()
  for (const row of figure.rows) {
    const second = partsOf(row)[1]
    if (second && !found.has(second.key)) found.set(second.key, second)
  }
  return [...found.values()]
}

const baseHead = (figure: ReportFigure, words: ReportWords) => `${words.text.baseRow}, ${words.of(figure.base.of)}`

const hundred = ({ base }: ReportFigure): Count => (typeof base.n === 'number' && base.n > 0 ? 100 : null)

/** A cell of a table that is no figure. Text is no number, whatever it looks like. */
export function shownCell(cell: string | number | null, column: TableColumn, words: ReportWords): Shown | Text {
  if (cell === null) return shown(null, words.text.notAvailable)
  if (!column.numeric) return { text: String(cell), value: String(cell), face: 'text' }
  if (cell === 'c') return shown('c', words.count('c'))
  return typeof cell === 'number' ? shown(cell, words.number(cell)) : { text: cell, value: cell, face: 'text' }
}

export interface Text {
  readonly text: string
  readonly value: string
  readonly face: 'text'
}
