import { isRate } from '#casework/planning/money.ts'
import { type Content, plainText, type Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { readCoreCell } from '../core/cell.ts'
import { type LineError, lineError, type Row } from '../line.ts'
import { fits } from '../table.ts'
import type { Placed, ProjectRecord } from './columns.ts'

/** One line as the file has it: a project, and a contribution of a donor where it names one. */
export interface ProjectLine {
  readonly line: number
  /** Code of the office, in upper case; null: the one the file goes to. */
  readonly office: string | null
  readonly code: string
  readonly contents: Readonly<Record<ProjectRecord, Content>>
}

export interface ProjectReader {
  readonly dictionary: Dictionary
  readonly columns: readonly Placed[]
  readonly office: number
  /** How many columns the header has. */
  readonly count: number
  /** Codes of the offices, in upper case. */
  readonly offices: ReadonlySet<string>
}

/** Reads and checks one line; every fault of it is returned. */
export function readProjectLine(
  { dictionary, columns, office: officeAt, count, offices }: ProjectReader,
  row: Row,
): { readonly line: ProjectLine | null; readonly errors: readonly LineError[] } {
  if (!fits(row, count)) {
    const details = { found: row.cells.length, expected: count }
    return { line: null, errors: [lineError(row.line, '-', row.cells.join(','), 'ragged', details)] }
  }
  const errors: LineError[] = []
  const contents: Record<ProjectRecord, Record<string, Value>> = { project: {}, donor: {}, contribution: {} }
  for (const { name, type, field, declared, at } of columns) {
    const read = readCoreCell(dictionary, declared, row.cells[at] ?? '')
    if (!read.ok) {
      const { value, reason, details } = read.fault
      errors.push(lineError(row.line, name, value, reason, details))
    } else if (read.value !== null) contents[type][field] = read.value
  }
  const { project, donor, contribution } = contents
  const code = typeof project['code'] === 'string' ? project['code'] : ''
  if (code === '' && !errors.some(({ column }) => column === 'project'))
    errors.push(lineError(row.line, 'project', '', 'required'))
  errors.push(...moneyFaults(row.line, { donor, contribution }))
  const office = officeAt < 0 ? '' : (row.cells[officeAt]?.trim().toUpperCase() ?? '')
  if (office !== '' && !offices.has(office)) errors.push(lineError(row.line, 'office', office, 'unknown_office'))
  if (errors.length > 0) return { line: null, errors }
  return { line: { line: row.line, office: office === '' ? null : office, code, contents }, errors }
}

/** An amount needs its donor, a rate is a positive decimal; a donor without an amount has promised nothing yet. */
function moneyFaults(
  line: number,
  { donor, contribution }: { readonly donor: Content; readonly contribution: Content },
): readonly LineError[] {
  const given = Object.keys(contribution).length > 0
  const named = Object.keys(donor).length > 0
  const { rate } = contribution
  return [
    ...(given && !named ? [lineError(line, 'donor', '', 'required')] : []),
    ...(rate !== undefined && !isRate(rate) ? [lineError(line, 'rate', plainText(rate), 'not_rate')] : []),
  ]
}
