import { readSheet } from 'read-excel-file/node'
import { isBlank, type Row } from './line.ts'
import { ImportProblem } from './problem.ts'
import type { Source } from './source.ts'
import { unpackWithin } from './zip-guard.ts'

/** The rows of the first sheet of an .xlsx as text, with the row numbers the spreadsheet shows. Dates as yyyy-mm-dd. */
export async function sheetRows(source: Source): Promise<Row[]> {
  const file = source.name
  const bytes = await source.whole()
  refuseFormulas(bytes, source)
  const data = await readSheet(bytes, { trim: false }).catch(() => {
    throw new ImportProblem('spreadsheet_damaged', { file })
  })
  return data.map((cells, index) => ({ line: index + 1, cells: cells.map(textOf) })).filter(row => !isBlank(row.cells))
}

/** A formula's stored result may be out of date or made to look like something else: it is refused by its cell. */
function refuseFormulas(bytes: Buffer, source: Source): void {
  for (const { name, content } of unpackWithin(bytes, source.largestUnpacked, source.name)) {
    if (!/^\/?xl\/worksheets\/[^/]+\.xml$/i.test(name)) continue
    const found = /<(?:\w+:)?f[\s>/]/.exec(content.toString('latin1'))
    if (found === null) continue
    const before = content.toString('latin1', Math.max(0, found.index - 400), found.index)
    const cell = [...before.matchAll(/\br="([A-Z]{1,3}\d+)"/g)].at(-1)?.[1] ?? '?'
    throw new ImportProblem('spreadsheet_formula', { cell })
  }
}

export function textOf(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? '' : dateText(value)
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE'
  return typeof value === 'string' || typeof value === 'number' ? String(value) : ''
}

const dateText = (date: Date): string => date.toISOString().slice(0, 10)
