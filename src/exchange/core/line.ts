import type { Content, Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { type LineError, lineError, type Row } from '../line.ts'
import { fits } from '../table.ts'
import { type CellResult, readCoreCell, wholeNumber } from './cell.ts'
import type { CoreColumns, OwnColumn, PersonType } from './columns.ts'

/** A line about one person in one year at one office. */
export interface PersonLine {
  readonly kind: 'person'
  readonly line: number
  /** Office code in upper case. */
  readonly office: string
  readonly year: number
  readonly caseReference: string | null
  readonly personReference: string | null
  readonly contents: Readonly<Record<PersonType, Content>>
  /** Service types given in that year. */
  readonly services: readonly string[]
}

/** A line that counts several persons at once: counted in instances, never made into persons. */
export interface TotalLine {
  readonly kind: 'total'
  readonly line: number
  readonly office: string
  readonly caseReference: string | null
  readonly set: Content
}

export type CoreLine = PersonLine | TotalLine

export interface CoreReader {
  readonly dictionary: Dictionary
  readonly columns: CoreColumns
  /** Codes of the offices that exist or come with the file, in upper case. */
  readonly offices: ReadonlySet<string>
  /** The current year: a year of assistance is never in the future. */
  readonly thisYear: number
}

const firstYear = 1900
const longestReference = 200
const services: Field = { kind: 'codes', list: 'service_type', label: '', class: 'open' }

/** Reads and checks one line. All faults of the line are returned, not only the first. */
export function readCoreLine(
  reader: CoreReader,
  row: Row,
): { readonly line: CoreLine | null; readonly errors: readonly LineError[] } {
  const { columns, dictionary } = reader
  if (!fits(row, columns.count)) {
    const details = { found: row.cells.length, expected: columns.count }
    return { line: null, errors: [lineError(row.line, '-', row.cells.join(','), 'ragged', details)] }
  }
  const errors: LineError[] = []
  const cell = (name: OwnColumn): string => row.cells[columns.index.get(name) ?? -1]?.trim() ?? ''
  const take = (column: string, result: CellResult): Value => {
    if (result.ok) return result.value
    errors.push(lineError(row.line, column, result.fault.value, result.fault.reason, result.fault.details))
    return null
  }

  const office = cell('office').toUpperCase()
  if (office === '') errors.push(lineError(row.line, 'office', '', 'required'))
  else if (!reader.offices.has(office)) errors.push(lineError(row.line, 'office', cell('office'), 'unknown_office'))
  const year = yearIn(cell('year'), reader.thisYear)
  if (year === null) errors.push(yearError(row.line, cell('year'), reader.thisYear))
  const count = cell('count') === '' ? 1 : take('count', wholeNumber(cell('count'), 1, 10_000_000))
  const total = typeof count === 'number' && count > 1
  const given = cell('services') === '' ? null : take('services', readCoreCell(dictionary, services, cell('services')))
  const caseReference = referenceIn('case_reference')
  const personReference = referenceIn('person_reference')
  if (total && personReference !== null) {
    errors.push(
      lineError(row.line, 'person_reference', personReference, 'reference_on_total', { count: count as number }),
    )
  }

  const contents: Record<PersonType | 'aggregate', Record<string, Value>> = {
    person: {},
    case: {},
    episode: {},
    aggregate: {},
  }
  for (const column of columns.fields) {
    const text = row.cells[column.at] ?? ''
    const targets = column.targets.filter(target => (target.type === 'aggregate') === total)
    // A column may feed one kind of line only; its value is still checked.
    const checked = take(
      column.name,
      readCoreCell(dictionary, (targets[0] ?? column.targets[0])?.declared ?? services, text),
    )
    if (checked === null) continue
    for (const target of targets) contents[target.type][target.field] = checked
  }
  for (const content of [contents.case, contents.aggregate]) errors.push(...settleAge(row.line, content))
  if (errors.length > 0 || year === null) return { line: null, errors }

  if (total) {
    const set = { ...contents.aggregate, year, count, ...(given === null ? {} : { services: given }) }
    return { line: { kind: 'total', line: row.line, office, caseReference, set }, errors }
  }
  const { person, case: file, episode } = contents
  return {
    line: {
      kind: 'person',
      line: row.line,
      office,
      year,
      caseReference,
      personReference,
      contents: { person, case: file, episode },
      services: Array.isArray(given) ? given : [],
    },
    errors,
  }

  function referenceIn(name: 'case_reference' | 'person_reference'): string | null {
    const text = cell(name).normalize('NFC')
    if (text.length > longestReference)
      errors.push(lineError(row.line, name, text, 'too_long', { max: longestReference }))
    return text === '' ? null : text
  }
}

function yearIn(text: string, thisYear: number): number | null {
  const year = /^\d{4}$/.test(text) ? Number(text) : Number.NaN
  return year >= firstYear && year <= thisYear ? year : null
}

function yearError(line: number, text: string, thisYear: number): LineError {
  return text === ''
    ? lineError(line, 'year', '', 'required')
    : lineError(line, 'year', text, 'not_year', { min: firstYear, max: thisYear })
}

/** An age says more than a group: `unknown` gives way to it, and a group that contradicts it is an error. */
function settleAge(line: number, content: Record<string, Value>): LineError[] {
  const age = content['ageAtAssistance']
  const group = content['ageGroup']
  if (typeof age !== 'number' || typeof group !== 'string') return []
  if (group !== 'child' && group !== 'adult') {
    delete content['ageGroup']
    return []
  }
  return age < 18 === (group === 'child') ? [] : [lineError(line, 'age_group', group, 'age_contradicts', { age })]
}
