import type { Field } from './field.ts'

/** A kind of record: person, case, consent ... Its fields are its only content; ids and versions stand beside it. */
export interface RecordType<F extends Readonly<Record<string, Field>> = Readonly<Record<string, Field>>> {
  readonly id: string
  readonly label: string
  readonly plural: string
  /** One sentence for the empty state: what will appear here and how to begin. */
  readonly empty: string
  /** What it hangs on: a person, a case (and through it a person), or an office (leads, calls, aggregates). */
  readonly under: 'person' | 'case' | 'office'
  /** Field whose date places the record on the timeline; else the time of entry. */
  readonly on?: string
  /** Field shown first in lists. */
  readonly headline?: string
  /** Where it stands among the sections of the case file; absent: not a section of its own. */
  readonly place?: number
  readonly fields: F
}

/** Declares a record type; `on` and `headline` must name fields of it. */
export function recordType<const F extends Readonly<Record<string, Field>>>(
  type: RecordType<F> & { readonly on?: keyof F & string; readonly headline?: keyof F & string },
): RecordType<F> {
  return type
}
