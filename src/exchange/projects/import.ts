import type { ImportUnit, RecordDraft } from '#register/import-unit.ts'
import { commonRecords } from '#register/common-records.ts'
import type { Register } from '#register/register.ts'
import type { Work } from '#register/work.ts'
import { LinesRefused } from '../refusal.ts'
import type { ImportReport } from '../report.ts'
import { officeByCode, store } from '../store.ts'
import { ImportProblem } from '../problem.ts'
import { type Gathered, type ProjectFile, readProjectFile } from './file.ts'

export interface ProjectImport {
  readonly file: string
  /** Code of the office that keeps what names no other; null: the top office. */
  readonly office: string | null
  readonly dryRun: boolean
}

/**
 * Projects, donors and contributions from a table, for organisations that keep their funds elsewhere. A project that the
 * register has under the same code, and a donor of the same name, is that one. The same file again changes nothing.
 * @throws LinesRefused, ImportProblem
 */
export async function importProjects(register: Register, o: ProjectImport): Promise<ImportReport> {
  const codes = register.offices().all()
  const file = await readProjectFile(
    register.dictionary(),
    o.file,
    new Set(codes.map(({ code }) => code.toUpperCase())),
  )
  if (file.errors.length > 0) throw new LinesRefused(file.errors)
  const count = await store(register, { origin: 'import:projects', dryRun: o.dryRun }, async work => {
    const home = homeOf(work, o.office)
    const known = await knownIn(work)
    return async function* (now) {
      yield* unitsOf(now, file, { home, known })
    }
  })
  return { lines: file.lines, ...count, refused: 0, errors: [], notes: [], dryRun: o.dryRun }
}

function homeOf(work: Work, code: string | null): string {
  if (code !== null) return officeByCode(work, code).id
  const top = work.offices.all().find(({ kind, parent }) => kind === 'headquarters' && parent === null)
  if (!top) throw new ImportProblem('office_needed')
  return top.id
}

/** Ids of what the register has already, by what the file calls it. */
interface Known {
  readonly projects: ReadonlyMap<string, string>
  readonly donors: ReadonlyMap<string, string>
}

async function knownIn(work: Work): Promise<Known> {
  const named = async (type: string, field: string) =>
    new Map(
      (await commonRecords(work, type)).flatMap(({ id, content }): [string, string][] => {
        const name = content[field]
        return typeof name === 'string' ? [[name.trim(), id]] : []
      }),
    )
  return { projects: await named('project', 'code'), donors: await named('donor', 'name') }
}

function* unitsOf(
  work: Work,
  file: ProjectFile,
  { home, known }: { readonly home: string; readonly known: Known },
): Generator<ImportUnit> {
  const { reference } = work.register.keys
  const project = (code: string) => known.projects.get(code) ?? reference('project', code)
  const donor = (name: string) => known.donors.get(name) ?? reference('donor', name)
  const unit = (type: string, id: string, { line, office, content }: Gathered): ImportUnit => {
    const place = office === null ? home : officeByCode(work, office).id
    const draft: RecordDraft = { type, id, office: place, person: null, case: null, set: content }
    return { line, records: [draft] }
  }
  for (const each of file.projects) yield unit('project', project(each.key), each)
  for (const each of file.donors) yield unit('donor', donor(each.key), each)
  for (const each of file.contributions) {
    const content = { ...each.content, project: project(each.project), donor: donor(each.donor) }
    yield unit('contribution', reference('contribution', each.key), { ...each, content })
  }
}
