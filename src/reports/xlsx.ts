import writeExcel, { type Cell, type Sheet } from 'write-excel-file/node'
import { type LongCell, longTable } from './long-table.ts'
import { measured, signsOf } from './measured.ts'
import { passportOf } from './passport.ts'
import { plainly } from './plain.ts'
import { repacked } from './repack.ts'
import { figuresOf, type Report, type ReportFigure } from './report.ts'
import { tableOf } from './table.ts'
import { reportWords, type ReportWords } from './words.ts'

/**
 * A report as a workbook: what to know first, a sheet a figure with numbers to calculate with, and all numbers in one table
 * with HXL tags. Text is always a text cell, so that nothing somebody typed is ever a formula.
 */
export async function reportXlsx(given: Report): Promise<Buffer> {
  const report = plainly(given)
  const words = reportWords(report.language, report.direction)
  const sheets: Sheet<never>[] = [
    {
      ...look(report),
      sheet: words.text.sheets.about,
      columns: [{ width: 28 }, { width: 90 }],
      data: about(report, words),
    },
    ...figuresOf(report).map(figure => ({
      ...look(report),
      sheet: words.text.figure(String(figure.number)),
      columns: [
        { width: 40 },
        ...tableOf(figure, words)
          .heads.slice(1)
          .map(() => ({ width: 18 })),
      ],
      data: figureSheet(figure, words),
    })),
    { ...look(report), sheet: words.text.sheets.data, stickyRowsCount: 2, data: data(report, words) },
  ]
  const bytes = await writeExcel(sheets, { fontFamily: 'Noto Sans', fontSize: 10 }).toBuffer()
  return repacked(bytes, report.cutOff)
}

const look = ({ direction }: Report) => ({ rightToLeft: direction === 'rtl' })

const text = (value: string, style: object = {}): Cell =>
  value === '' ? null : { value, type: String, wrap: true, alignVertical: 'top', ...style }
const bold = { fontWeight: 'bold' } as const
const quiet = { textColor: '#566164' } as const

function about(report: Report, words: ReportWords): Cell[][] {
  const { text: said } = words
  return [
    [text(report.title, { ...bold, fontSize: 16, columnSpan: 2, wrap: false })],
    ...(report.subtitle === null ? [] : [[text(report.subtitle, { ...quiet, columnSpan: 2, wrap: false })]]),
    [],
    ...[
      [said.mode.name, words.mode(report)],
      [said.period, report.period.label],
      [said.cutOff, words.moment(report.cutOff)],
      [said.coverage, report.coverage],
    ].map(([name = '', value = '']) => [text(name, quiet), text(value)]),
    [],
    ...report.caveats.map((each, at) => [text(at === 0 ? said.caveats : '', quiet), text(each)]),
    [],
    [null, text(said.notAvailableKey)],
    [null, text(said.suppressedKey)],
  ]
}

function figureSheet(figure: ReportFigure, words: ReportWords): Cell[][] {
  const { heads, rows, base } = tableOf(figure, words)
  const line = { bottomBorderStyle: 'thin', bottomBorderColor: '#566164' } as const
  const cells = (all: typeof base.cells, style: object = {}): Cell[] =>
    all.map(({ value, text: said }) =>
      typeof value === 'number'
        ? { value, type: Number, format: '#,##0', ...style }
        : text(said, { align: 'right', ...quiet, ...style }),
    )
  return [
    [text(`${words.text.figure(String(figure.number))}. ${figure.caption}`, { ...bold, fontSize: 13, wrap: false })],
    [text(measured(figure, words), { ...quiet, wrap: false })],
    [],
    heads.map((head, at) => text(head, { ...bold, ...line, ...(at === 0 ? {} : { align: 'right' }) })),
    ...rows.map(row => [text(row.head), ...cells(row.cells)]),
    [text(base.head, bold), ...cells(base.cells, bold)],
    [],
    ...signsOf(figure, words).map(sign => [text(sign, { ...quiet, wrap: false })]),
    ...passportOf(figure, words).flatMap(({ name, said }) =>
      said.map((each, at) => [text(at === 0 ? `${name}: ${each}` : each, { wrap: false })]),
    ),
  ]
}

function data(report: Report, words: ReportWords): Cell[][] {
  const { columns, rows } = longTable(report, words)
  const cell = (value: LongCell): Cell =>
    value === null ? null : typeof value === 'number' ? { value, type: Number } : text(value, { wrap: false })
  return [
    columns.map(({ head }) => text(head, { ...bold, wrap: false })),
    columns.map(({ tag }) => text(tag, { ...quiet, wrap: false })),
    ...rows.map(row => row.map(cell)),
  ]
}
