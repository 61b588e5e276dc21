import {
  AlignmentType,
  BorderStyle,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import type { ReportWords, Shown } from './words.ts'

type Cell = Pick<Shown, 'text'> & { readonly face: Shown['face'] | 'text' }

export interface DocxTable {
  readonly heads: readonly { readonly text: string; readonly numeric: boolean }[]
  readonly rows: readonly (readonly Cell[])[]
  /** The last row, in bold, of as many cells as it has. */
  readonly base?: readonly Cell[]
}

/** Width of the text of an A4 page, in twentieths of a point. */
const pageWidth = 9638

/** A table of the word processor itself: its heads are repeated on each page, its cells can be edited. */
export function docxTable({ heads, rows, base }: DocxTable, { rtl }: ReportWords): Table {
  const n = Math.max(1, heads.length)
  const first = n === 1 ? pageWidth : Math.round(pageWidth * Math.max(0.3, 1 / n))
  const widths = Array.from({ length: n }, (_, at) => (at === 0 ? first : Math.floor((pageWidth - first) / (n - 1))))
  const cell = ({ text, face }: Cell, at: number, bold: boolean, numeric: boolean, columns = 1) =>
    new TableCell({
      width: { size: (widths[at] ?? 0) * columns, type: WidthType.DXA },
      ...(columns > 1 ? { columnSpan: columns } : {}),
      margins: { top: 40, bottom: 40, left: 80, right: 80 },
      borders: {
        top: none,
        left: none,
        right: none,
        bottom: { style: BorderStyle.SINGLE, size: bold ? 8 : 4, color: bold ? '566164' : 'D9DEDE' },
      },
      children: [
        new Paragraph({
          bidirectional: rtl,
          alignment: numeric ? AlignmentType.END : AlignmentType.START,
          children: [
            new TextRun({ text, size: 17, rightToLeft: rtl, bold: bold || face === 'suppressed', ...looks[face] }),
          ],
        }),
      ],
    })
  const line = (cells: readonly Cell[], bold: boolean) =>
    new TableRow({
      cantSplit: true,
      children: Array.from({ length: n }, (_, at) =>
        cell(cells[at] ?? { text: '', face: 'text' }, at, bold, heads[at]?.numeric ?? false),
      ),
    })
  // One number for all columns belongs to none of them.
  const last = (cells: readonly Cell[]) =>
    cells.length === 2 && n > 2
      ? new TableRow({
          cantSplit: true,
          children: cells.map((each, at) => cell(each, at, true, at > 0, at === 0 ? 1 : n - 1)),
        })
      : line(cells, true)
  return new Table({
    width: { size: pageWidth, type: WidthType.DXA },
    columnWidths: widths,
    layout: TableLayoutType.FIXED,
    visuallyRightToLeft: rtl,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: Array.from({ length: n }, (_, at) =>
          cell({ text: heads[at]?.text ?? '', face: 'text' }, at, true, heads[at]?.numeric ?? false),
        ),
      }),
      ...rows.map(row => line(row, false)),
      ...(base === undefined ? [] : [last(base)]),
    ],
  })
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const

const looks: Readonly<Record<Cell['face'], object>> = {
  text: {},
  number: {},
  missing: { italics: true, color: '566164' },
  suppressed: { color: '7A4D00' },
}
