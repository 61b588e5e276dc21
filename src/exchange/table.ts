import { csvRows } from './csv.ts'
import { fileKind } from './file-kind.ts'
import type { Row } from './line.ts'
import { ImportProblem } from './problem.ts'
import { sheetRows } from './sheet.ts'
import { type Source, sourceOf } from './source.ts'

const mostColumns = 2000

/** The rows of a CSV or .xlsx file. A CSV is streamed; a spreadsheet is read whole, within its limits. */
export async function* tableRows(from: string | Source): AsyncGenerator<Row> {
  const source = sourceOf(from)
  const kind = await fileKind(source)
  if (kind === 'xlsx') yield* await sheetRows(source)
  else yield* csvRows(source)
}

export interface Header {
  readonly line: number
  readonly names: readonly string[]
}

/** Splits the first row off as header. Names are trimmed; columns named twice are refused; a name may be empty. */
export async function withHeader(from: string | Source): Promise<{ header: Header; rows: AsyncGenerator<Row> }> {
  const source = sourceOf(from)
  const rows = tableRows(source)
  const first = await rows.next()
  if (first.done === true) throw new ImportProblem('no_header', { file: source.name })
  const names = first.value.cells.map(name => name.trim())
  while (names.at(-1) === '') names.pop()
  if (names.length > mostColumns) throw new ImportProblem('too_many_columns', { limit: mostColumns })
  const twice = names.filter((name, i) => name !== '' && names.indexOf(name) !== i)
  if (twice.length > 0) throw new ImportProblem('columns_twice', { columns: [...new Set(twice)].join(', ') })
  return { header: { line: first.value.line, names }, rows }
}

/** True when the row has a value for each column, or only empty ones too many: spreadsheets add those. */
export function fits(row: Row, columns: number): boolean {
  if (row.cells.length < columns) return false
  return row.cells.slice(columns).every(cell => cell.trim() === '')
}
