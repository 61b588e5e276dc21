import { mask, readableNames } from '#access/mask.ts'
import { type OpenConflict, openConflicts } from './conflicts.ts'
import type { Sensitivity } from '#dictionary/field.ts'
import { targetOf } from './neighbours.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import type { Work } from './work.ts'

/** Open conflicts in reach, newest first, with the proposed values cut to what the reader may see of the record. */
export async function visibleConflicts(work: Work, limit: number): Promise<OpenConflict[]> {
  const conflicts = await openConflicts(work, { limit })
  const ids = conflicts.flatMap(({ record, person, case: file }) => [record, person, file])
  const { rows } = await work.client.query<RecordRow>(
    `select ${recordColumns} from record where id = any ($1::uuid[]) or (type = 'case' and person = any ($1::uuid[]))`,
    [[...new Set(ids.filter(id => id !== null))]],
  )
  return conflicts.flatMap(conflict => {
    const row = rows.find(({ id }) => id === conflict.record)
    if (!row) return []
    const target = targetOf(work, row, rows)
    const classes = work.permissions.readable(row.type, target)
    return classes.size === 0 ? [] : [asSeen(work, conflict, classes)]
  })
}

/** The proposed values, and the names of the fields in question, cut to the reader's classes. */
export const asSeen = (work: Work, conflict: OpenConflict, classes: ReadonlySet<Sensitivity>): OpenConflict => ({
  ...conflict,
  fields: readableNames(work.dictionary, conflict.type, conflict.fields, classes),
  set: mask(work.dictionary, conflict.type, conflict.set, classes),
})
