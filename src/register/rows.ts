import type { KeyObject } from 'node:crypto'
import type { Guard } from '#access/guard.ts'
import type { Content } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { RecordView } from '#changes/change.ts'
import { sealJson, unsealJson } from './seal.ts'

/** A row of `record` as PostgreSQL gives it. */
export interface RecordRow {
  readonly office_id: string
  readonly id: string
  readonly type: string
  readonly person: string | null
  readonly case_id: string | null
  readonly shared: readonly string[]
  /** Read in every office by whoever has a right on the type. */
  readonly common: boolean
  /** Who is let in; null where scope alone decides (`access/guard.ts`). */
  readonly guard: Guard
  readonly worker: string | null
  readonly version: number
  readonly content: Content
  readonly sealed: Buffer | null
  readonly dictionary: number
  readonly author: string
  readonly created_at: Date
  readonly updated_at: Date
  readonly hash: Buffer
}

export const recordColumns =
  'office_id, id, type, person, case_id, shared, common, guard, worker, version, content, sealed, dictionary, author, created_at, updated_at, hash'

/** The record as rules see it, with the given content. */
export function viewOf(row: RecordRow, content: Content): RecordView {
  return {
    type: row.type,
    id: row.id,
    office: row.office_id,
    person: row.person,
    case: row.case_id,
    version: row.version,
    content,
    dictionary: row.dictionary,
    author: row.author,
    createdAt: row.created_at.toISOString(),
    updatedAt: row.updated_at.toISOString(),
  }
}

/** Open part and sealed part of a content. A field the dictionary does not know is sealed: deny by default. */
export function splitContent(d: Dictionary, type: string, content: Content): { open: Content; secret: Content } {
  const open: Record<string, Content[string]> = {}
  const secret: Record<string, Content[string]> = {}
  for (const [field, value] of Object.entries(content))
    (fieldOf(d, type, field)?.class === 'open' ? open : secret)[field] = value
  return { open, secret }
}

export const sealRecord = (key: KeyObject, record: string, secret: Content): Buffer | null =>
  Object.keys(secret).length === 0 ? null : sealJson(key, `record:${record}`, secret)

/** The whole content; without a key (destroyed) only what is open. */
export function openRecord(row: Pick<RecordRow, 'id' | 'content' | 'sealed'>, key: KeyObject | null): Content {
  if (!row.sealed || !key) return row.content
  return { ...row.content, ...(unsealJson(key, `record:${row.id}`, row.sealed) as Content) }
}

export const sealPatch = (key: KeyObject, change: string, set: Content): Buffer =>
  sealJson(key, `change:${change}`, set)
export const openPatch = (key: KeyObject, change: string, patch: Uint8Array): Content =>
  unsealJson(key, `change:${change}`, patch) as Content
