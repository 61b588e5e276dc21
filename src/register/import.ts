import { checkContent } from '#dictionary/check.ts'
import { differing } from '#changes/fold.ts'
import type { Change } from '#changes/change.ts'
import { newId } from './append.ts'
import { bulkLoad, reserveCaseNumbers } from './bulk.ts'
import type { ImportUnit, RecordDraft } from './import-unit.ts'
import { derivedTableList } from './fact-tables.ts'
import { createSecondaryIndexes, dropSecondaryIndexes } from './migrate.ts'
import { foldServiceSums } from './service-sums.ts'
import { type CaseNumbers, numbersOf, type PreparedBatch, preparer } from './prepare.ts'
import { RegisterProblem } from './problem.ts'
import { pushChanges } from './push.ts'
import { openRecord, type RecordRow, recordColumns } from './rows.ts'
import { readSubjectKeys, subjectOf } from './subject-key.ts'
import type { Work } from './work.ts'

export interface ImportOptions {
  /** Code of the source, kept on every change: `import:ctdc`. */
  readonly origin: string
  onProgress?(done: number): void
  readonly signal?: AbortSignal
}

export interface ImportCount {
  readonly created: number
  readonly changed: number
  readonly unchanged: number
}

/** Units per batch: large enough for COPY, small enough for memory. */
const batchSize = 2_000

/**
 * Writes units through the same log as any change. What is new is created in bulk; what exists gets a change with only
 * the fields that differ; what is equal gets nothing. One transaction: the caller's.
 * @throws RegisterProblem not_allowed, invalid (content that the dictionary refuses).
 */
export async function importUnits(
  work: Work,
  units: AsyncIterable<ImportUnit> | Iterable<ImportUnit>,
  o: ImportOptions,
): Promise<ImportCount> {
  const empty = await beginLoad(work)
  const count = { created: 0, changed: 0, unchanged: 0 }
  const load = bulkLoad(work, { freeze: empty })
  const prepare = preparer({ ...work, keys: work.register.keys, codes: work.register.codes }, o.origin)
  const reserve = caseNumberBlocks(work)
  let done = 0
  let sending: Promise<void> = Promise.resolve()
  for await (const batch of batches(units)) {
    o.signal?.throwIfAborted()
    for (const unit of batch) for (const draft of unit.records) refuseFaults(work, unit, draft)
    const { fresh, known } = empty ? { fresh: batch, known: [] } : await divide(work, batch, sending)
    prepare.add(fresh, await reserve(fresh))
    const prepared = await prepare.take()
    count.created += prepared.records
    // The next batch is prepared while PostgreSQL takes this one.
    await sending
    sending = load.send(prepared)
    sending.catch(() => undefined)
    if (known.length > 0) {
      await sending
      const { changed, unchanged } = await change(work, known, o.origin)
      count.changed += changed
      count.unchanged += unchanged
      await work.client.query('set local role none')
    }
    done += batch.length
    o.onProgress?.(done)
  }
  await sending
  await load.settle()
  if (empty) await endLoad(work)
  return count
}

/**
 * Writes what worker threads have prepared into an empty register. One transaction: the caller's.
 * @throws RegisterProblem not_allowed, not_empty
 */
export async function importPrepared(
  work: Work,
  batches: AsyncIterable<PreparedBatch>,
  o: Pick<ImportOptions, 'onProgress' | 'signal'>,
): Promise<number> {
  if (!(await beginLoad(work))) throw new RegisterProblem('not_empty', 'This way of loading is for an empty register.')
  const load = bulkLoad(work, { freeze: true })
  let records = 0
  let units = 0
  for await (const batch of batches) {
    o.signal?.throwIfAborted()
    await load.send(batch)
    records += batch.records
    units += batch.units
    o.onProgress?.(units)
  }
  await load.settle()
  await endLoad(work)
  return records
}

/** Begins a load; true when the register holds no record yet. */
async function beginLoad(work: Work): Promise<boolean> {
  if (work.actor.kind !== 'system') throw new RegisterProblem('not_allowed', 'Imports run from the command line.')
  // COPY is refused under row-level security; an import acts for the register itself.
  await work.client.query('set local role none')
  if ((await work.client.query('select 1 from record limit 1')).rowCount !== 0) return false
  // Tables truncated in this transaction are loaded without writing the log twice, and indexes are built once.
  await work.client.query(`truncate record, change, subject_key, name_token, exact_token, ${derivedTableList}`)
  await dropSecondaryIndexes(work.client)
  return true
}

async function endLoad(work: Work): Promise<void> {
  await foldServiceSums(work.client, { anyway: true })
  await createSecondaryIndexes(work.client)
  await work.client.query(`analyze record, change, name_token, exact_token, service_sum, ${derivedTableList}`)
}

/** Numbers by the block, so that a load asks for them while the connection is idle and not in the middle of a COPY. */
function caseNumberBlocks(work: Work) {
  let left = 0
  let numbers: CaseNumbers | null = null
  return async (units: readonly ImportUnit[]): Promise<CaseNumbers> => {
    const cases = units.reduce((sum, unit) => sum + unit.records.filter(draft => draft.type === 'case').length, 0)
    if (!numbers || cases > left) {
      left = Math.max(cases, 20 * cases)
      numbers = numbersOf(await reserveCaseNumbers(work, left), work)
    }
    left -= cases
    return numbers
  }
}

async function* batches(units: AsyncIterable<ImportUnit> | Iterable<ImportUnit>): AsyncGenerator<ImportUnit[]> {
  let batch: ImportUnit[] = []
  for await (const unit of units) {
    batch.push(unit)
    if (batch.length < batchSize) continue
    yield batch
    batch = []
  }
  if (batch.length > 0) yield batch
}

function refuseFaults(work: Work, unit: ImportUnit, draft: RecordDraft): void {
  const [fault] = checkContent(work.dictionary, draft.type, draft.set, { imported: true })
  if (fault)
    throw new RegisterProblem('invalid', `Line ${unit.line}: ${draft.type}.${fault.field ?? ''}: ${fault.code}.`, {
      line: unit.line,
      field: fault.field ?? '',
      fault: fault.code,
    })
}

interface Known {
  readonly draft: RecordDraft
  readonly row: RecordRow
}

/** Drafts of records that exist apart from those that do not, with the rows of persons that new records hang on. */
async function divide(
  work: Work,
  batch: readonly ImportUnit[],
  before: Promise<void>,
): Promise<{ fresh: ImportUnit[]; known: Known[] }> {
  await before
  const drafts = batch.flatMap(unit => unit.records)
  const ids = [
    ...new Set(
      drafts.flatMap(draft => [draft.id, ...(draft.person ? [draft.person] : []), ...(draft.case ? [draft.case] : [])]),
    ),
  ]
  const { rows } = await work.client.query<RecordRow>(`select ${recordColumns} from record where id = any($1)`, [ids])
  const byId = new Map(rows.map(row => [row.id, row]))
  const known = drafts.flatMap(draft => {
    const row = byId.get(draft.id)
    return row ? [{ draft, row }] : []
  })
  // A unit that touches an existing case or person is not bulk: its facts need the whole file.
  const fresh: ImportUnit[] = []
  const late: Known[] = []
  for (const unit of batch) {
    const missing = unit.records.filter(draft => !byId.has(draft.id))
    if (missing.length === 0) continue
    if (
      missing.length === unit.records.length &&
      !unit.records.some(draft => draft.person !== null && byId.has(draft.person))
    )
      fresh.push(unit)
    else for (const draft of missing) late.push({ draft, row: newRow })
  }
  return { fresh, known: [...known, ...late] }
}

/** Stands for "no row yet" among the known: version 0, nothing in it. */
const newRow = { version: 0, content: {}, sealed: null } as unknown as RecordRow

/** Ordinary changes for what exists already: rules, conflicts, facts, all as if typed. */
async function change(
  work: Work,
  known: readonly Known[],
  origin: string,
): Promise<{ changed: number; unchanged: number }> {
  await work.client.query('set local role waymark_app')
  const keys = await readSubjectKeys(
    work,
    known.filter(({ row }) => row.sealed).map(({ row }) => subjectOf(row)),
  )
  const changes: Change[] = []
  let unchanged = 0
  for (const { draft, row } of known) {
    const set = row.version === 0 ? draft.set : differing(openRecord(row, keys.get(subjectOf(row)) ?? null), draft.set)
    if (Object.keys(set).length === 0 && row.version > 0) {
      unchanged += 1
      continue
    }
    changes.push({
      id: newId(),
      type: draft.type,
      record: draft.id,
      office: row.version === 0 ? draft.office : row.office_id,
      person: draft.person,
      case: draft.case,
      base: row.version,
      set,
      madeAt: work.now.toISOString(),
      dictionary: work.dictionary.version,
    })
  }
  const results = await pushChanges(work, changes, origin)
  const refused = results.find(result => result.status === 'refused' || result.status === 'conflict')
  if (refused)
    throw new RegisterProblem(
      'invalid',
      `A record of the file was refused: ${refused.problems[0]?.code ?? refused.status}.`,
      {
        fault: refused.problems[0]?.code ?? refused.status,
      },
    )
  return { changed: changes.length, unchanged }
}
