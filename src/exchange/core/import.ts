import type { Value } from '#dictionary/answer.ts'
import { listRecords } from '#register/files.ts'
import { readNeighbours } from '#register/neighbours.ts'
import { addOffice, editOffice } from '#register/offices.ts'
import type { Register } from '#register/register.ts'
import type { Work } from '#register/work.ts'
import { phrase } from '../messages.ts'
import { LinesRefused } from '../refusal.ts'
import { refusedFile } from '../refused-file.ts'
import type { ImportReport } from '../report.ts'
import { officeByCode, store } from '../store.ts'
import { type CoreFile, readCoreFile } from './file.ts'
import type { HeldCase } from './merge.ts'
import { type OfficeDraft, parentFor, readOffices } from './offices.ts'
import { coreUnits } from './units.ts'

export interface CoreImport {
  readonly file: string
  /** CSV of offices to add when they are missing. */
  readonly offices: string | null
  /** Import the right lines although others are wrong. */
  readonly acceptValid: boolean
  /** Where the wrong lines are written with their reasons. */
  readonly refused: string
  readonly dryRun: boolean
  onProgress?(done: number): void
}

/**
 * The core-variable route: records of missions that share twelve variables. Nothing is stored when a line is wrong,
 * unless `acceptValid`. The same file again changes nothing.
 * @throws LinesRefused, ImportProblem
 */
export async function importCore(register: Register, o: CoreImport): Promise<ImportReport> {
  const d = register.dictionary()
  const wanted = o.offices === null ? { offices: [], errors: [] } : await readOffices(d, o.offices)
  if (wanted.errors.length > 0) throw new LinesRefused(wanted.errors)
  const codes = [...register.offices().all(), ...wanted.offices].map(office => office.code.toUpperCase())
  const file = await readCoreFile(d, o.file, { offices: new Set(codes), thisYear: register.now().getUTCFullYear() })
  if (file.errors.length > 0 && !o.acceptValid) throw new LinesRefused(file.errors)

  // Before the import: a folder that cannot be written to must not be found out after it.
  const writesRefused = file.errors.length > 0 && !o.dryRun
  if (writesRefused) await refusedFile(o.file, o.refused, file.errors)

  const missing = wanted.offices.filter(office => register.offices().byCode(office.code) === undefined)
  const { onProgress } = o
  const count = await store(
    register,
    { origin: 'import:core', dryRun: o.dryRun, ...(onProgress === undefined ? {} : { onProgress }) },
    async work => {
      await addOffices(work, missing)
      await dateOffices(work, wanted.offices)
      // A first import looks nothing up: there is nothing, and its tables have no indexes until it is done.
      const first = (await listRecords(work, { type: 'case', limit: 1 })).items.length === 0
      return now => coreUnits(file.gathered, targetOf(now, first))
    },
  )
  const notes = missing.length > 0 ? [phrase('note.offices_added', { count: missing.length })] : []
  if (writesRefused) notes.push(phrase('report.refused_file', { file: o.refused }))
  const { lines, errors } = file
  return { lines, ...count, refused: refusedLines(file), errors, notes, dryRun: o.dryRun }
}

const refusedLines = (file: CoreFile): number => new Set(file.errors.map(error => error.line)).size

async function addOffices(work: Work, drafts: readonly OfficeDraft[]): Promise<void> {
  const known = [...work.offices.all()]
  for (const draft of drafts) {
    known.push(await addOffice(work, { ...draft, kind: 'mission', parent: parentFor(draft, known) }))
  }
}

/** Dates that a file knows and the register does not; what is recorded stays. */
async function dateOffices(work: Work, drafts: readonly OfficeDraft[]): Promise<void> {
  for (const { code, opened, closed } of drafts) {
    const known = work.offices.byCode(code)
    if (known === undefined) continue
    const dates = { opened: known.opened ?? opened, closed: known.closed ?? closed }
    if (dates.opened !== known.opened || dates.closed !== known.closed)
      await editOffice(work, known.id, known.version, dates)
  }
}

function targetOf(work: Work, first: boolean) {
  return {
    officeId: (code: string) => officeByCode(work, code).id,
    reference: work.register.keys.reference,
    held: async (caseId: string, person: string) => (first ? null : heldCase(work, caseId, person)),
  }
}

async function heldCase(work: Work, caseId: string, person: string): Promise<HeldCase | null> {
  const { rows } = await readNeighbours(work, { record: caseId, person, case: caseId })
  const of = (type: string) => rows.find(row => row.type === type && (row.id === caseId || type !== 'case'))
  const found = of('case')
  if (found === undefined) return null
  return {
    person: of('person')?.content ?? {},
    case: found.content,
    episode: of('episode')?.content ?? {},
    services: rows
      .filter(row => row.type === 'service')
      .map(row => ({ id: row.id, year: yearOf(row.content['deliveredOn']) })),
  }
}

const yearOf = (value: Value | undefined): number | null =>
  typeof value === 'string' && /^\d{4}/.test(value) ? Number(value.slice(0, 4)) : null
