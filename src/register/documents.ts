import { createHash } from 'node:crypto'
import { contentClass } from '#casework/document/content-class.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { appendByServer } from './append-by-server.ts'
import type { CleanFile } from './clean-file.ts'
import { fileNameOf } from './erased-files-queue.ts'
import { readNeighbours, targetOf } from './neighbours.ts'
import { RegisterProblem } from './problem.ts'
import { logReading } from './read-log.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { seal, unseal } from './seal.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

/**
 * Files of documents. Sealed under the key of the person and kept outside the database under a name that says nothing and
 * is known only with the keys of the installation. A file comes once and never changes: another one is another document.
 */

/**
 * May the actor give this document its file? Asked before the file is looked at, and again when it is kept.
 * @throws RegisterProblem not_found, not_allowed, or taken when it has one.
 */
export async function mayAttach(work: Work, document: string): Promise<RecordRow> {
  const row = await documentRow(work, document)
  const { target, wanted } = row
  if (!work.permissions.writable('document', target).has(wanted))
    throw new RegisterProblem('not_allowed', 'Your roles do not let you keep files of this kind.')
  if (isAnswered(row.row.content['mediaType']))
    throw new RegisterProblem('taken', 'This document has its file already. Make a new document for another one.', {
      reason: 'document_has_file',
    })
  return row.row
}

/** Keeps the file, and writes down what it is in the same transaction. */
export async function attach(work: Work, document: string, file: CleanFile): Promise<void> {
  const { person } = await documentRow(work, document).then(({ row }) => row)
  await work.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [person])
  const row = await mayAttach(work, document)
  const key = (await readSubjectKeys(work, [subjectOf(row)])).get(subjectOf(row))
  if (!key) throw unreadable()
  const near = await readNeighbours(work, { record: row.id, person: row.person, case: row.case_id })
  const home = near.rows.find(({ id }) => id === row.case_id)
  if (!home) throw missing()
  await work.register.files.put(fileNameOf(work.register.keys, row.id), seal(key, contextOf(row.id), file.bytes))
  await appendByServer(work, near, {
    home,
    before: row,
    type: row.type,
    record: row.id,
    set: {
      mediaType: file.mediaType,
      size: file.bytes.length,
      sha256: createHash('sha256').update(file.bytes).digest('hex'),
    },
    origin: 'file',
  })
}

export interface OpenedFile {
  /** Code of `media_type`. */
  readonly mediaType: string
  /**
   * Fetches and unseals. Asked for once the transaction has written the opening down and let its connection go: no request
   * waits for the database because another waits for a slow store.
   * @throws RegisterProblem not_found with the reason `file_unreadable` when the file is gone
   */
  bytes(): Promise<Buffer>
}

/**
 * The file of a document, after the opening was written down.
 * @throws RegisterProblem not_found; with the reason `file_missing` when the record has none, `file_unreadable` when the
 *   person was erased.
 */
export async function openFile(work: Work, document: string, purpose: string): Promise<OpenedFile> {
  const { row, target, wanted } = await documentRow(work, document)
  if (!work.permissions.readable('document', target).has(wanted)) throw missing()
  const { mediaType } = row.content
  if (!isAnswered(mediaType) || typeof mediaType !== 'string')
    throw new RegisterProblem('not_found', 'This document has no file yet.', { reason: 'file_missing' })
  await logReading(work, {
    action: 'open_document',
    office: row.office_id,
    person: row.person,
    case: row.case_id,
    record: row.id,
    purpose,
  })
  const key = (await readSubjectKeys(work, [subjectOf(row)])).get(subjectOf(row))
  if (!key) throw unreadable()
  const { files, keys } = work.register
  return {
    mediaType,
    async bytes() {
      const sealed = await files.get(fileNameOf(keys, row.id))
      if (!sealed) throw unreadable()
      return unseal(key, contextOf(row.id), sealed)
    },
  }
}

async function documentRow(work: Work, document: string) {
  const { rows } = await work.client.query<RecordRow>({
    name: 'document-row',
    text: `with asked as (select ${recordColumns} from record where id = $1 and type = 'document')
      select * from asked union all select ${recordColumns} from record where id in (select case_id from asked)`,
    values: [document],
  })
  const row = rows.find(({ id }) => id === document)
  if (!row) throw missing()
  const target = targetOf(work, row, rows)
  if (work.permissions.readable('document', target).size === 0) throw missing()
  return { row, target, wanted: contentClass(row.content['kind']) }
}

const contextOf = (document: string) => `file:${document}`
const missing = () => new RegisterProblem('not_found', 'There is no such document, or you have no access to it.')
const unreadable = () =>
  new RegisterProblem('not_found', 'This file cannot be read any more.', { reason: 'file_unreadable' })
