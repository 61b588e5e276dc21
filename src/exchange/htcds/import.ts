import { createHash } from 'node:crypto'
import type { Content } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import type { Register } from '#register/register.ts'
import { type LineError, lineError, type Row, shorten } from '../line.ts'
import { phrase } from '../messages.ts'
import { ImportProblem } from '../problem.ts'
import { LinesRefused } from '../refusal.ts'
import { refusedFile } from '../refused-file.ts'
import type { ImportReport } from '../report.ts'
import { officeByCode, store } from '../store.ts'
import { tableRows } from '../table.ts'
import { htcdsTypes } from './columns.ts'
import { type Layout, layoutOf } from './layout.ts'
import { readSheetRow, type SheetCase } from './row.ts'

export interface HtcdsImport {
  readonly file: string
  /** Code of the office that receives the cases; may be left out when there is only one. */
  readonly office: string | null
  readonly acceptValid: boolean
  readonly refused: string
  readonly dryRun: boolean
}

export interface HtcdsFile {
  readonly lines: number
  readonly layout: Layout
  readonly cases: readonly SheetCase[]
  readonly errors: readonly LineError[]
}

const mostRows = 200_000

/** Reads and checks a whole sheet. Rows that hold only their number are left out. */
export async function readHtcdsFile(d: Dictionary, file: string): Promise<HtcdsFile> {
  const first: Row[] = []
  const cases: SheetCase[] = []
  const errors: LineError[] = []
  let layout: Layout | null = null
  let lines = 0
  const take = (row: Row, known: Layout) => {
    const read = readSheetRow(d, known, row)
    if (read.sheetCase !== null || read.errors.length > 0) lines++
    if (lines > mostRows) throw new ImportProblem('too_many_lines', { limit: mostRows })
    if (read.sheetCase !== null) cases.push(read.sheetCase)
    errors.push(...read.errors)
  }
  const begin = (): Layout => {
    const found = layoutOf(d, first)
    for (const row of first.slice(found.skip)) take(row, found.layout)
    return found.layout
  }
  for await (const row of tableRows(file)) {
    if (layout !== null) take(row, layout)
    else if (first.push(row) === 5) layout = begin()
  }
  layout ??= begin()
  const clashes = personClashes(cases)
  const clashing = new Set(clashes.map(clash => clash.line))
  return {
    lines,
    layout,
    cases: cases.filter(each => !clashing.has(each.line)),
    errors: [...errors, ...clashes].sort((a, b) => a.line - b.line),
  }
}

/** Rows about one person may not say different things about the person; the later row is the one reported. */
function personClashes(cases: readonly SheetCase[]): LineError[] {
  const said = new Map<string, { line: number; text: string }>()
  return cases.flatMap(({ line, person, contents }) =>
    Object.entries(person === null ? {} : (contents.person[0] ?? {})).flatMap(([field, value]) => {
      const key = `${person}/${field}`
      const text = typeof value === 'string' ? value : JSON.stringify(value)
      const before = said.get(key)
      if (before === undefined) said.set(key, { line, text })
      if (before === undefined || before.text === text) return []
      return [
        lineError(line, `person.${field}`, text, 'contradicts', {
          line: before.line,
          other: shorten(before.text),
          what: 'person',
        }),
      ]
    }),
  )
}

/** @throws LinesRefused, ImportProblem */
export async function importHtcds(register: Register, o: HtcdsImport): Promise<ImportReport> {
  const file = await readHtcdsFile(register.dictionary(), o.file)
  if (file.errors.length > 0 && !o.acceptValid) throw new LinesRefused(file.errors)
  if (file.lines === 0) throw new ImportProblem('no_rows', { file: o.file })
  // Before the import: a folder that cannot be written to must not be found out after it.
  const writesRefused = file.errors.length > 0 && !o.dryRun
  if (writesRefused) await refusedFile(o.file, o.refused, file.errors)
  const count = await store(register, { origin: 'import:htcds', dryRun: o.dryRun }, async work => {
    const only = work.offices.all().length === 1 ? work.offices.all()[0] : undefined
    const office = o.office === null ? only : officeByCode(work, o.office)
    if (office === undefined) throw new ImportProblem('office_needed')
    return () => each(htcdsUnits(file.cases, { office: office.id, reference: register.keys.reference }))
  })
  const notes: string[] = []
  const ignored = file.layout.columns
    .filter(column => column.kind === 'ignored' && column.name !== '')
    .map(column => column.name)
  if (ignored.length > 0) notes.push(phrase('note.columns_ignored', { columns: ignored.join(', ') }))
  const refused = new Set(file.errors.map(error => error.line)).size
  if (writesRefused) notes.push(phrase('report.refused_file', { file: o.refused }))
  return { lines: file.lines, ...count, refused, errors: file.errors, notes, dryRun: o.dryRun }
}

async function* each(units: Iterable<ImportUnit>): AsyncGenerator<ImportUnit> {
  yield* units
}

interface Target {
  readonly office: string
  reference(kind: string, value: string): string
}

/** One unit per person. A row is known again by its case_reference, else by its content and how often that occurred. */
export function* htcdsUnits(cases: readonly SheetCase[], o: Target): Generator<ImportUnit> {
  const persons = new Map<string, SheetCase[]>()
  for (const sheetCase of cases) {
    const key = sheetCase.person === null ? `row ${sheetCase.line}` : `person ${sheetCase.person}`
    persons.set(key, [...(persons.get(key) ?? []), sheetCase])
  }
  const seen = new Map<string, number>()
  const keyOf = (sheetCase: SheetCase): string => {
    if (sheetCase.reference !== null) return `${o.office}/r/${sheetCase.reference}`
    const said = JSON.stringify([sorted(sheetCase.contents), sheetCase.consent, sheetCase.note])
    const digest = createHash('sha256').update(said).digest('base64url').slice(0, 22)
    const n = (seen.get(digest) ?? 0) + 1
    seen.set(digest, n)
    return `${o.office}/${digest}/${n}`
  }
  for (const rows of persons.values()) {
    const keys = rows.map(keyOf)
    const person = o.reference('htcds-person', keys[0] ?? '')
    const said: Content = Object.assign({}, ...[...rows].reverse().map(row => row.contents.person[0] ?? {}))
    const records: RecordDraft[] = [{ type: 'person', id: person, office: o.office, person, case: null, set: said }]
    rows.forEach((row, i) => records.push(...caseRecords(row, keys[i] ?? '', person, o)))
    yield { line: rows[0]?.line ?? 0, records }
  }
}

function caseRecords(row: SheetCase, key: string, person: string, o: Target): RecordDraft[] {
  const id = o.reference('htcds-case', key)
  const at = { office: o.office, person, case: id }
  const { number: _, ...file } = row.contents.case[0] ?? {}
  const records: RecordDraft[] = [{ type: 'case', id, ...at, set: { route: 'case_file', ...file } }]
  const add = (type: string, nth: number, set: Content) =>
    records.push({ type, id: o.reference(`htcds-${type}`, `${key}/${nth}`), ...at, set })
  for (const type of htcdsTypes) {
    if (type !== 'person' && type !== 'case') row.contents[type].forEach((set, i) => add(type, i + 1, set))
  }
  if (row.consent !== null) add('consent', 1, row.consent)
  if (row.note !== null) add('note', 1, { text: row.note })
  return records
}

/** Keys in one order, so that the order of columns does not matter. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted)
  if (value === null || typeof value !== 'object') return value
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, each]) => [key, sorted(each)]),
  )
}
