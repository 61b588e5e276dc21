import { hash as digest, type KeyObject } from 'node:crypto'
import { uuidv7 } from 'uuidv7'
import type { Guard } from '#access/guard.ts'
import type { Content } from '#dictionary/answer.ts'
import { type ChainLink, linkBytes, noHash } from '#changes/chain.ts'
import type { Change } from '#changes/change.ts'
import { type RecordRow, sealPatch, sealRecord, splitContent } from './rows.ts'
import { send } from './send.ts'
import type { Work } from './work.ts'

/** An accepted change, ready to be written: the log line and the folded record, as values of their columns. */
export interface Appended {
  readonly link: ChainLink
  readonly hash: Buffer
  readonly row: RecordRow
  readonly base: number
  readonly device: string | null
  readonly origin: string
  readonly merged: boolean
}

export interface AppendInput {
  readonly change: Pick<
    Change,
    'id' | 'type' | 'record' | 'office' | 'person' | 'case' | 'base' | 'set' | 'madeAt' | 'device'
  >
  readonly before: RecordRow | null
  /** Whole content after the change. */
  readonly content: Content
  readonly key: KeyObject
  /** Of the case or person that a new record hangs on; one that stands keeps its own until `keepGuards` settles it. */
  readonly guard: Guard
  readonly origin: string
  readonly merged: boolean
}

/** Seals and chains a change. Pure but for the nonces of the cipher. */
export function prepareAppend(
  work: Pick<Work, 'dictionary' | 'actor' | 'now'>,
  { change, before, content, key, guard, origin, merged }: AppendInput,
): Appended {
  const { open, secret } = splitContent(work.dictionary, change.type, content)
  const version = (before?.version ?? 0) + 1
  const link: ChainLink = {
    id: change.id,
    type: change.type,
    record: change.record,
    office: before?.office_id ?? change.office,
    version,
    author: work.actor.id,
    madeAt: new Date(change.madeAt).toISOString(),
    receivedAt: work.now.toISOString(),
    dictionary: work.dictionary.version,
    fields: Object.keys(change.set).sort(),
    patch: sealPatch(key, change.id, change.set),
    previous: before?.hash ?? noHash,
  }
  const hash = hashOf(link)
  const worker = change.type === 'case' && typeof open['caseworker'] === 'string' ? open['caseworker'] : null
  return {
    link,
    hash,
    base: change.base,
    device: change.device ?? null,
    origin,
    merged,
    row: {
      office_id: link.office,
      id: change.record,
      type: change.type,
      person: before ? before.person : change.person,
      case_id: before ? before.case_id : change.case,
      shared: before?.shared ?? [],
      guard: before ? before.guard : guard,
      common: work.dictionary.recordTypes.get(change.type)?.common ?? false,
      worker: worker !== null && /^[0-9a-f-]{36}$/.test(worker) ? worker : null,
      version,
      content: open,
      sealed: sealRecord(key, change.record, secret),
      dictionary: work.dictionary.version,
      author: before?.author ?? work.actor.id,
      created_at: before?.created_at ?? work.now,
      updated_at: work.now,
      hash,
    },
  }
}

export const hashOf = (link: ChainLink): Buffer => digest('sha256', linkBytes(link), 'buffer')

export const changeColumns = [
  'office_id',
  'id',
  'type',
  'record',
  'person',
  'case_id',
  'version',
  'base',
  'author',
  'device',
  'origin',
  'made_at',
  'received_at',
  'dictionary',
  'fields',
  'patch',
  'merged',
  'previous',
  'hash',
  'guard',
] as const

export function changeValues(a: Appended): readonly unknown[] {
  const { link, row } = a
  return [
    link.office,
    link.id,
    link.type,
    link.record,
    row.person,
    row.case_id,
    link.version,
    a.base,
    link.author,
    a.device,
    a.origin,
    link.madeAt,
    link.receivedAt,
    link.dictionary,
    link.fields,
    link.patch,
    a.merged,
    link.previous,
    a.hash,
    row.guard,
  ]
}

export const recordColumnList = [
  'office_id',
  'id',
  'type',
  'person',
  'case_id',
  'shared',
  'common',
  'guard',
  'worker',
  'version',
  'content',
  'sealed',
  'dictionary',
  'author',
  'created_at',
  'updated_at',
  'hash',
] as const

export function recordValues({ row }: Appended): readonly unknown[] {
  return [
    row.office_id,
    row.id,
    row.type,
    row.person,
    row.case_id,
    row.shared,
    row.common,
    row.guard,
    row.worker,
    row.version,
    JSON.stringify(row.content),
    row.sealed,
    row.dictionary,
    row.author,
    row.created_at,
    row.updated_at,
    row.hash,
  ]
}

const marks = (from: number, count: number) => Array.from({ length: count }, (_, i) => `$${from + i}`).join(', ')

const appendSql = `with logged as (
    insert into change (${changeColumns.join(', ')}) values (${marks(1, changeColumns.length)})
  )
  insert into record as r (${recordColumnList.join(', ')}) values (${marks(1 + changeColumns.length, recordColumnList.length)})
  on conflict (office_id, id) do update set version = case when r.version = excluded.version - 1 then excluded.version end, content = excluded.content, sealed = excluded.sealed,
    worker = excluded.worker, dictionary = excluded.dictionary, updated_at = excluded.updated_at, hash = excluded.hash`

/** Writes log line and record in one statement. A record that moved under the lock of its person gets no version, which its table refuses. */
export const append = (work: Work, a: Appended): Promise<void> =>
  send(work, { name: 'append', text: appendSql, values: [...changeValues(a), ...recordValues(a)] })

/** A change id for what the server itself adds. */
export const newId = (): string => uuidv7()
