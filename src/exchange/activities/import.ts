import { latestDayOnEarth } from '#casework/when.ts'
import type { ImportUnit } from '#register/import-unit.ts'
import type { Register } from '#register/register.ts'
import { LinesRefused } from '../refusal.ts'
import type { ImportReport } from '../report.ts'
import { officeByCode, store } from '../store.ts'
import { type ReadActivity, readActivities } from './read.ts'

export interface ActivityImport {
  readonly file: string
  readonly dryRun: boolean
}

/**
 * Activities and their numbers from a spreadsheet: one line an activity, or one line a number of it. Nothing is stored when a
 * line is wrong. The same file again changes nothing; another number for the same thing and time changes that number.
 * @throws LinesRefused, ImportProblem
 */
export async function importActivities(register: Register, o: ActivityImport): Promise<ImportReport> {
  const offices = new Set(
    register
      .offices()
      .all()
      .map(({ code }) => code.toUpperCase()),
  )
  const today = latestDayOnEarth(register.now().toISOString())
  const read = await readActivities(register.dictionary(), o.file, { offices, today })
  if (read.errors.length > 0) throw new LinesRefused(read.errors)
  const count = await store(register, { origin: 'import:activities', dryRun: o.dryRun }, async () => work => {
    const { reference } = work.register.keys
    return units(read.activities, code => officeByCode(work, code).id, reference)
  })
  return { lines: read.lines, ...count, refused: 0, errors: [], notes: [], dryRun: o.dryRun }
}

async function* units(
  activities: readonly ReadActivity[],
  officeOf: (code: string) => string,
  reference: (kind: string, value: string) => string,
): AsyncGenerator<ImportUnit> {
  for (const { line, office: code, key, set, numbers } of activities) {
    const at = { office: officeOf(code), person: null, case: null }
    const id = reference('activity', key)
    yield {
      line,
      records: [
        { type: 'activity', id, ...at, set },
        ...numbers.map(number => ({
          type: 'activity_number',
          id: reference('activity-number', number.key),
          ...at,
          set: { ...number.set, activity: id },
        })),
      ],
    }
  }
}
