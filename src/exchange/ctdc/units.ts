import { createHash } from 'node:crypto'
import type { Content } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import type { Row } from '../line.ts'
import { ImportProblem } from '../problem.ts'
import { fits, withHeader } from '../table.ts'
import { type Alphabet, alphabetOf, isCountry } from './cell.ts'
import { ctdcColumns } from './columns.ts'
import { type CtdcRecords, newTally, type RowReader, readCtdcRow, type Tally } from './row.ts'

export interface CtdcFile {
  readonly lines: number
  readonly alphabet: Alphabet
  /** Columns of the file that belong to no schema; they are not read. */
  readonly ignored: readonly string[]
  readonly tally: Tally
  units(o: CtdcTarget): AsyncGenerator<ImportUnit>
}

export interface CtdcTarget {
  /** Id of the outside office. */
  readonly office: string
  /** Deterministic id of an outside reference (Keys.reference). */
  reference(kind: string, value: string): string
}

/**
 * Looks through the whole file once (structure, encoding, how countries are written), so that a broken file is refused
 * before anything is stored; `units` then reads it a second time as a stream.
 */
export async function openCtdcFile(d: Dictionary, file: string): Promise<CtdcFile> {
  const { header, rows } = await withHeader(file)
  const known = ctdcColumns(d)
  const columns = header.names.map(name => known.get(name.toLowerCase()))
  const ignored = header.names.filter((name, i) => columns[i] === undefined && name !== '')
  if (ignored.some(name => name.startsWith('IP_'))) throw new ImportProblem('ctdc_other_release')
  if (columns.filter(column => column !== undefined).length < 2) throw new ImportProblem('ctdc_no_columns')
  const countryColumns = columns.flatMap((column, i) => {
    const field = column?.kind === 'field' ? fieldOf(d, column.type, column.field) : undefined
    return field !== undefined && isCountry(field) ? [i] : []
  })
  const countries = new Set<string>()
  let lines = 0
  for await (const row of rows) {
    fitting(row, header.names.length)
    for (const i of countryColumns) if (countries.size < 5000) countries.add(row.cells[i] ?? '')
    lines++
  }
  if (lines === 0) throw new ImportProblem('no_rows', { file })
  const reader: RowReader = {
    dictionary: d,
    names: header.names,
    columns,
    alphabet: alphabetOf(countries),
    seen: columns.map(() => new Map()),
  }
  const tally = newTally()
  return { lines, alphabet: reader.alphabet, ignored, tally, units: o => units(file, reader, tally, o) }
}

async function* units(file: string, reader: RowReader, tally: Tally, o: CtdcTarget): AsyncGenerator<ImportUnit> {
  const { rows } = await withHeader(file)
  const seen = new Map<string, number>()
  for await (const row of rows) {
    fitting(row, reader.names.length)
    const records = readCtdcRow(reader, row.cells, tally)
    // The published rows have no number. The same content the n-th time is the same row: order and re-import do not matter.
    const content = createHash('sha256').update(JSON.stringify(records)).digest('base64url').slice(0, 22)
    const occurrence = (seen.get(content) ?? 0) + 1
    seen.set(content, occurrence)
    yield ctdcUnit(row.line, records, `${o.office}/${content}/${occurrence}`, o)
  }
}

/** Person, case and episode of one row, with ids that follow from `key`. */
export function ctdcUnit(line: number, records: CtdcRecords, key: string, o: CtdcTarget): ImportUnit {
  const person = o.reference('ctdc-person', key)
  const caseId = o.reference('ctdc-case', key)
  // The source counts this person as trafficked; it asserts so, we have not decided it.
  const asserted: Content = { ...records.case, category: 'trafficked', route: 'outside_source' }
  const at = { office: o.office, person }
  const episode =
    Object.keys(records.episode).length === 0
      ? []
      : [{ type: 'episode', id: o.reference('ctdc-episode', key), ...at, case: caseId, set: records.episode }]
  return {
    line,
    records: [
      { type: 'person', id: person, ...at, case: null, set: records.person },
      { type: 'case', id: caseId, ...at, case: caseId, set: asserted },
      ...episode,
    ],
  }
}

function fitting(row: Row, columns: number): void {
  if (!fits(row, columns))
    throw new ImportProblem('ragged', { line: row.line, found: row.cells.length, expected: columns })
}
