import readXlsxFile from 'read-excel-file/node'
import { textOf } from '../sheet.ts'
import type { Source } from '../source.ts'
import { ImportProblem } from '../problem.ts'
import { unpackWithin } from '../zip-guard.ts'

/** A row below the first, by the name of its column. */
export interface SheetRow {
  readonly row: number
  readonly cells: Readonly<Record<string, string>>
}

/** The sheets of an XLSForm that this program reads; a sheet that is not there has no rows. */
export interface FormSheets {
  readonly survey: readonly SheetRow[]
  readonly choices: readonly SheetRow[]
  readonly settings: readonly SheetRow[]
}

/**
 * Reads the three sheets of an XLSForm. Names of sheets and columns are read without regard to case and blanks around them.
 * @throws ImportProblem when it is no spreadsheet, or unpacks to too much
 */
export async function formSheets(source: Source): Promise<FormSheets> {
  const bytes = await source.whole()
  unpackWithin(bytes, source.largestUnpacked, source.name)
  const sheets = await readXlsxFile(bytes, { trim: false }).catch(() => {
    throw new ImportProblem('spreadsheet_damaged', { file: source.name })
  })
  const rowsOf = (name: string): SheetRow[] => {
    const [head, ...rows] = sheets.find(({ sheet }) => sheet.trim().toLowerCase() === name)?.data ?? []
    const columns = (head ?? []).map(cell => columnName(textOf(cell)))
    return rows
      .map((cells, i) => ({
        row: i + 2,
        cells: Object.fromEntries(
          columns.flatMap((column, at) => {
            const text = textOf(cells[at]).trim()
            return column === '' || text === '' ? [] : [[column, text] as const]
          }),
        ),
      }))
      .filter(({ cells }) => Object.keys(cells).length > 0)
  }
  return { survey: rowsOf('survey'), choices: rowsOf('choices'), settings: rowsOf('settings') }
}

/** `Label :: English (en)` is the column `label::English (en)`: the words of a language keep their case. */
function columnName(text: string): string {
  const [base = '', ...language] = text.split(/::?/)
  const named = base.trim().toLowerCase().replaceAll(' ', '_')
  return language.length === 0 ? named : `${named}::${language.join(':').trim()}`
}
