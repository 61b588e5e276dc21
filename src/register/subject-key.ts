import type { KeyObject } from 'node:crypto'
import { RegisterProblem } from './problem.ts'
import type { Work } from './work.ts'

/** Key rows: one a person; records about no person carry their own. */
export interface SubjectKeyRow {
  readonly subject: string
  readonly office_id: string
  readonly shared: readonly string[]
  readonly wrapped: Buffer | null
}

/** Whose key seals a record: the person's, or the record's own when it is about nobody. */
export const subjectOf = (record: { readonly id: string; readonly person: string | null }): string =>
  record.person ?? record.id

/** Unwrapped keys of the subjects that are visible and not destroyed. */
export async function readSubjectKeys(
  work: Work,
  subjects: readonly string[],
): Promise<ReadonlyMap<string, KeyObject>> {
  if (subjects.length === 0) return new Map()
  const { rows } = await work.client.query<SubjectKeyRow>({
    name: 'subject-keys',
    text: 'select subject, office_id, shared, wrapped from subject_key where subject = any($1)',
    values: [[...new Set(subjects)]],
  })
  return new Map(
    rows.flatMap(row =>
      row.wrapped ? [[row.subject, work.register.keys.openSubjectKey(row.subject, row.wrapped)]] : [],
    ),
  )
}

/** The key of a subject, made on first use. @throws unreadable when it was destroyed. */
export async function subjectKey(work: Work, subject: string, office: string): Promise<KeyObject> {
  const { rows } = await work.client.query<SubjectKeyRow>({
    name: 'subject-key',
    text: 'select subject, office_id, shared, wrapped from subject_key where subject = $1',
    values: [subject],
  })
  if (rows[0]) {
    if (!rows[0].wrapped)
      throw new RegisterProblem('unreadable', 'This person’s information was erased and cannot be added to.')
    return work.register.keys.openSubjectKey(subject, rows[0].wrapped)
  }
  const { key, wrapped } = work.register.keys.newSubjectKey(subject)
  await work.client.query({
    name: 'new-subject-key',
    text: 'insert into subject_key (subject, office_id, wrapped) values ($1, $2, $3)',
    values: [subject, office, wrapped],
  })
  return key
}
