import type { Dictionary } from '#dictionary/dictionary.ts'
import { codeOf } from '#dictionary/dictionary.ts'
import { countryCode } from '#dictionary/lists/country.ts'
import type { OfficeRow } from '#register/office-directory.ts'
import { type LineError, lineError, type Row } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import { parsePartialDate } from '#dictionary/partial-date.ts'
import { fits, withHeader } from '../table.ts'

/** An office that a file asks for; its parent is found when it is added. */
export interface OfficeDraft {
  readonly code: string
  readonly name: string
  readonly country: string | null
  readonly region: string | null
  /** As known: 2008, 2008-05, 2008-05-09; null: blank, or no such column. */
  readonly opened: string | null
  readonly closed: string | null
}

const columns = ['code', 'name', 'country', 'region', 'opened', 'closed'] as const
type Column = (typeof columns)[number]
const longestCode = 40

/**
 * Reads code, name, country, region, opened, closed; the first two are needed. Country as alpha-2 or alpha-3; a blank region
 * follows from the country.
 */
export async function readOffices(
  d: Dictionary,
  file: string,
): Promise<{ readonly offices: readonly OfficeDraft[]; readonly errors: readonly LineError[] }> {
  const { header, rows } = await withHeader(file)
  const unknown = header.names.filter(name => !(columns as readonly string[]).includes(name))
  if (unknown.length > 0)
    throw new ImportProblem('columns_unknown', { columns: unknown.join(', '), known: columns.join(', ') })
  const missing = (['code', 'name'] as const).filter(name => !header.names.includes(name))
  if (missing.length > 0) throw new ImportProblem('columns_missing', { columns: missing.join(', ') })
  const offices: OfficeDraft[] = []
  const errors: LineError[] = []
  const lines = new Map<string, number>()
  for await (const row of rows) {
    const read = readOffice(d, header.names, row)
    const before = read.draft === null ? undefined : lines.get(read.draft.code.toUpperCase())
    errors.push(...read.errors)
    if (read.draft === null) continue
    if (before !== undefined) errors.push(lineError(row.line, 'code', read.draft.code, 'twice', { line: before }))
    else offices.push(read.draft)
    lines.set(read.draft.code.toUpperCase(), row.line)
  }
  return { offices, errors }
}

function readOffice(
  d: Dictionary,
  names: readonly string[],
  row: Row,
): { draft: OfficeDraft | null; errors: LineError[] } {
  const errors: LineError[] = []
  const fault = (column: string, value: string, ...rest: [LineError['reason'], LineError['details']?]) =>
    errors.push(lineError(row.line, column, value, ...rest))
  if (!fits(row, names.length)) {
    fault('-', row.cells.join(','), 'ragged', { found: row.cells.length, expected: names.length })
    return { draft: null, errors }
  }
  const cell = (name: Column): string => row.cells[names.indexOf(name)]?.trim() ?? ''
  const code = cell('code')
  const name = cell('name')
  for (const column of ['code', 'name'] as const) if (cell(column) === '') fault(column, '', 'required')
  if (code.length > longestCode) fault('code', code, 'too_long', { max: longestCode })
  if (name.length > 200) fault('name', name, 'too_long', { max: 200 })
  const blank = cell('country') === '' || cell('country').toLowerCase() === 'unknown'
  const country = blank ? null : (countryCode(cell('country')) ?? null)
  if (!blank && country === null) fault('country', cell('country'), 'unknown_country')
  const given = cell('region').toUpperCase()
  const region = given === '' ? (country === null ? null : (codeOf(d, 'country', country)?.group ?? null)) : given
  if (region !== null && codeOf(d, 'region', region) === undefined) {
    const known = d.lists.get('region')?.codes.map(each => each.code) ?? []
    fault('region', cell('region'), 'unknown_region', { known: known.join(', ') })
  }
  const day = (column: 'opened' | 'closed') => {
    const text = cell(column)
    if (text !== '' && parsePartialDate(text) === null) fault(column, text, 'not_date')
    return text === '' ? null : text
  }
  const [opened, closed] = [day('opened'), day('closed')]
  if (opened !== null && closed !== null && closed < opened.slice(0, closed.length))
    fault('closed', closed, 'closed_before_opened', { opened })
  return { draft: errors.length > 0 ? null : { code, name, country, region, opened, closed }, errors }
}

/** Below the regional office of its region when there is one, else below the top office; null when there is none yet. */
export function parentFor(draft: OfficeDraft, offices: readonly OfficeRow[]): string | null {
  const regional = offices.find(
    office => office.kind === 'regional_office' && office.region !== null && office.region === draft.region,
  )
  const top = offices.find(office => office.kind === 'headquarters' && office.parent === null)
  return (regional ?? top)?.id ?? null
}
