import type { Content } from '#dictionary/answer.ts'

/** One record as a file says it is. Ids are deterministic, so that the same file says the same records. */
export interface RecordDraft {
  readonly type: string
  readonly id: string
  readonly office: string
  readonly person: string | null
  readonly case: string | null
  readonly set: Content
}

/** Records that belong together: a person, then a case, then what hangs on it; or one record of an office. */
export interface ImportUnit {
  /** Line of the source, for messages. */
  readonly line: number
  readonly records: readonly RecordDraft[]
}
