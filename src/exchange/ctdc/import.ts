import type { Register } from '#register/register.ts'
import { phrase } from '../messages.ts'
import type { ImportReport } from '../report.ts'
import { outsideOffice, store } from '../store.ts'
import { type CtdcFile, openCtdcFile } from './units.ts'

export interface CtdcImport {
  readonly file: string
  /** Code of the office that stands for the source; made when it does not exist. */
  readonly office: string
  readonly dryRun: boolean
  onProgress?(done: number): void
}

/** Reads a public CTDC file into the office of an outside source. Every row becomes a person with a case. */
export async function importCtdc(register: Register, o: CtdcImport): Promise<ImportReport> {
  const file = await openCtdcFile(register.dictionary(), o.file)
  const { onProgress } = o
  const count = await store(
    register,
    { origin: 'import:ctdc', dryRun: o.dryRun, ...(onProgress === undefined ? {} : { onProgress }) },
    async work => {
      const office = await outsideOffice(work, o.office, o.office)
      return () => file.units({ office: office.id, reference: register.keys.reference })
    },
  )
  return { lines: file.lines, ...count, refused: 0, errors: [], notes: notesOf(file), dryRun: o.dryRun }
}

function notesOf(file: CtdcFile): string[] {
  const notes: string[] = []
  if (file.ignored.length > 0) {
    notes.push(
      phrase('note.columns_ignored', { columns: file.ignored.map(name => `"${name.slice(0, 60)}"`).join(', ') }),
    )
  }
  if (file.tally.composites > 0) notes.push(phrase('note.ctdc_composite', { count: file.tally.composites }))
  for (const [column, count] of file.tally.unread) notes.push(phrase('note.ctdc_unread', { count, column }))
  return notes
}
