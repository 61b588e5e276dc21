import type { Content } from '#dictionary/answer.ts'

/**
 * The one way to write: this record, based on that version, set these fields. Browser, phone, import and API all send
 * changes. A field set to `null` is taken back. Ids are made by the sender (UUIDv7), so pushing twice is harmless.
 */
export interface Change {
  readonly id: string
  readonly type: string
  readonly record: string
  /** Version of the record the sender saw; 0 creates the record. */
  readonly base: number
  /** Owning office; kept from the record when it exists. */
  readonly office: string
  /** The person the record is about (for type person: the record itself); null for office records. */
  readonly person: string | null
  /** The case the record belongs to (for type case: the record itself); null above a case. */
  readonly case: string | null
  readonly set: Content
  /** Sender's clock, ISO instant. Shown, never trusted for order. */
  readonly madeAt: string
  readonly device?: string
  /** Version of the dictionary the sender used. */
  readonly dictionary: number
  /** Id of the conflict that this change settles. */
  readonly resolves?: string
}

/** A reason why something is refused, in a form the screen can phrase: key of the catalogue, and what it concerns. */
export interface Problem {
  readonly code: string
  readonly field?: string
  /** Coded details for the message; never personal data. */
  readonly details?: Readonly<Record<string, string | number>>
}

export type ChangeStatus = 'accepted' | 'merged' | 'conflict' | 'refused'

export interface ChangeResult {
  readonly id: string
  readonly record: string
  readonly status: ChangeStatus
  /** True when this change had been received before; the first outcome is repeated. */
  readonly again: boolean
  /** Version of the record after the change; null when it was not applied. */
  readonly version: number | null
  /** Fields that somebody else changed since the base, when in conflict. */
  readonly fields: readonly string[]
  readonly problems: readonly Problem[]
}

/** A folded record as rules and screens see it. `content` holds only fields the reader may see. */
export interface RecordView {
  readonly type: string
  readonly id: string
  readonly office: string
  readonly person: string | null
  readonly case: string | null
  readonly version: number
  readonly content: Content
  readonly dictionary: number
  readonly author: string
  readonly createdAt: string
  readonly updatedAt: string
}

/** Everything known about one case: what rules are functions of. */
export interface CaseFile {
  readonly person: RecordView | null
  readonly case: RecordView
  /** All other records of the case, and what hangs on its person (rules of contact, requests), oldest first. */
  readonly records: readonly RecordView[]
}
