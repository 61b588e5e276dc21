import { workToday } from '#casework/tasks.ts'
import { type WorkLine, workLines } from '#casework/work-line.ts'
import type { CarriedFile } from './carried.ts'

/** My open work among the carried files, the most urgent first; the lines of the page Today without a network. */
export function todayHere(files: readonly CarriedFile[], today: string): readonly WorkLine[] {
  const byId = new Map(files.map(file => [file.case.id, file]))
  return workToday(files, today).flatMap(({ case: { id }, work }) => {
    const file = byId.get(id)
    return file ? workLines({ case: file.case, person: file.person, work }) : []
  })
}
