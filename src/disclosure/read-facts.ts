import { domainOf, type FactTable, several, tableOf } from './facts.ts'
import { DisclosureProblem } from './problem.ts'
import { only, type PublicColumn, type PublicSchema } from './schema.ts'

/** A line of a file as it was read: the number people see, and the cells. */
export interface Line {
  readonly line: number
  readonly cells: readonly string[]
}

export interface ReadOptions {
  /** Only these columns; without it those of the header. */
  readonly columns?: readonly string[]
  /** Join the rows of one person instead of refusing them. */
  readonly mergeSubjects?: boolean
}

/** A column of the file that is used: where it is, and the attribute that a cell stands for. */
interface Reader {
  readonly at: number
  readonly column: PublicColumn
  readonly codes: ReadonlyMap<string, number>
  readonly missing: ReadonlySet<string>
}

const mostPersons = 5_000_000

/**
 * The facts of a file under a public schema whose columns may be a subset of the schema's. Every cell has to be a value of the
 * public list or missing; one that is not refuses the file. Throws DisclosureProblem.
 */
export async function readFacts(
  lines: AsyncIterable<Line> | Iterable<Line>,
  schema: PublicSchema,
  options: ReadOptions = {},
): Promise<{ table: FactTable; linesOf: Int32Array }> {
  let readers: Reader[] | null = null
  let domain = domainOf(schema)
  let subjectAt = -1
  let width = 0
  const persons: number[][] = []
  const linesOf: number[] = []
  const seen = new Map<string, number>()
  const unlisted = { count: 0, line: 0, column: '' }
  for await (const { line, cells } of lines) {
    if (readers === null) {
      const header = cells.map(cell => cell.replace(/^\uFEFF/, '').trim())
      const used = columnsUsed(header, schema, options.columns)
      domain = domainOf(only(schema, new Set(used.map(each => each.column.name))))
      readers = readersOf(used, domain.schema)
      subjectAt = schema.subject === undefined ? -1 : header.indexOf(schema.subject)
      width = header.length
      continue
    }
    if (cells.length !== width) {
      throw new DisclosureProblem('line_length', { line, cells: cells.length, columns: width })
    }
    const person: number[] = []
    for (const reader of readers) {
      if (!readCell(reader, cells[reader.at] ?? '', person)) {
        unlisted.count++
        if (unlisted.count === 1) Object.assign(unlisted, { line, column: reader.column.name })
      }
    }
    const subject = subjectAt < 0 ? null : (cells[subjectAt] ?? '').trim()
    if (subject === '') throw new DisclosureProblem('subject_missing', { line })
    const before = subject === null ? undefined : seen.get(subject)
    if (before !== undefined) {
      if (options.mergeSubjects !== true) throw new DisclosureProblem('subject_twice', { line })
      persons[before]?.push(...person)
      continue
    }
    if (subject !== null) seen.set(subject, persons.length)
    if (persons.length >= mostPersons) throw new DisclosureProblem('too_many_persons', { most: mostPersons })
    persons.push(person)
    linesOf.push(line)
  }
  if (readers === null) throw new DisclosureProblem('table_empty')
  if (unlisted.count > 0) throw new DisclosureProblem('value_unlisted', unlisted)
  const table = tableOf(domain, persons)
  if (seen.size > 0) refuseConflicts(table, linesOf)
  return { table, linesOf: Int32Array.from(linesOf) }
}

/** Rows of one person, joined, may not say two things where one is taken. */
function refuseConflicts({ domain, values, starts, persons }: FactTable, lines: readonly number[]): void {
  for (let p = 0; p < persons; p++) {
    for (let at = (starts[p] ?? 0) + 1; at < (starts[p + 1] ?? 0) - 1; at++) {
      const here = domain.attributes[values[at] ?? 0]
      if (here === undefined || here.group !== domain.groupOf[values[at - 1] ?? 0]) continue
      const column = domain.schema.columns[here.column]?.name ?? ''
      throw new DisclosureProblem('subject_conflict', { line: lines[p] ?? 0, column })
    }
  }
}

function columnsUsed(
  header: readonly string[],
  schema: PublicSchema,
  wanted: readonly string[] | undefined,
): { at: number; column: PublicColumn }[] {
  const byName = new Map(schema.columns.map(column => [column.name, column]))
  const byOtherCase = new Map(schema.columns.map(column => [column.name.toLowerCase(), column]))
  const used: { at: number; column: PublicColumn }[] = []
  header.forEach((name, at) => {
    if (name === schema.subject) return
    const column = byName.get(name) ?? byOtherCase.get(name.toLowerCase())
    if (wanted !== undefined && !wanted.includes(column?.name ?? name)) return
    if (column === undefined) throw new DisclosureProblem('column_unknown', { column: `no. ${at + 1}` })
    if (used.some(each => each.column === column)) throw new DisclosureProblem('column_twice', { column: column.name })
    used.push({ at, column })
  })
  for (const name of wanted ?? []) {
    if (!used.some(each => each.column.name === name)) throw new DisclosureProblem('column_absent', { column: name })
  }
  if (schema.subject !== undefined && !header.includes(schema.subject)) {
    throw new DisclosureProblem('column_absent', { column: schema.subject })
  }
  if (used.length === 0) throw new DisclosureProblem('columns_none')
  return used
}

function readersOf(used: readonly { at: number; column: PublicColumn }[], schema: PublicSchema): Reader[] {
  const firstOf = new Map<string, number>()
  let next = 0
  for (const column of schema.columns) {
    firstOf.set(column.name, next)
    next += column.values.length
  }
  return used.map(({ at, column }) => {
    const first = firstOf.get(column.name) ?? 0
    const codes = new Map(column.values.map((value, place) => [value, first + place]))
    for (const [spelling, value] of column.spellings ?? []) {
      const code = codes.get(value)
      if (code !== undefined && !codes.has(spelling)) codes.set(spelling, code)
    }
    return { at, column, codes, missing: new Set(column.missing) }
  })
}

/** Adds what the cell says; false when it says something that is not in the public list. */
function readCell({ column, codes, missing }: Reader, cell: string, person: number[]): boolean {
  const text = cell.trim()
  if (text === '') return true
  const parts = several(column) ? text.split(column.delimiter ?? '').map(part => part.trim()) : [text]
  let known = true
  for (const part of parts) {
    const code = codes.get(part)
    if (code !== undefined) person.push(code)
    else if (!missing.has(part) && part !== '') known = false
  }
  return known
}
