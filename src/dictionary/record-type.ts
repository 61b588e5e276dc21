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
  /** Read by everybody with a right on the type, in whichever office it was written: the directory, funds, projects. */
  readonly common?: true
  /** Stands in worklists and boards, found there by office, state and date without opening a file. */
  readonly list?: ListPlace
  /** Written and read on a page of its own, not in the general list and form. */
  readonly ownPage?: true
  /** Where it stands among the sections of the case file; absent: not a section of its own. */
  readonly place?: number
  readonly fields: F
}

/** The fields of a record that place it in worklists. All must be `open`: lists are read without any key. */
export interface ListPlace {
  /** Code field that says how far it is. */
  readonly state?: string
  /** States in which nothing is left to do. */
  readonly ended?: readonly string[]
  /** Without a state: a field whose answer ends it (`doneOn`). */
  readonly endedBy?: string
  /** Date field by which lists are ordered. */
  readonly on?: string
  /** Code field that tells kinds apart. */
  readonly kind?: string
  /** Reference to whose work it is; else the caseworker of the case. */
  readonly who?: string
  /** Reference to where it belongs: a shelter, a project, the receiving office. */
  readonly at?: string
}

/** Declares a record type; `on` and `headline` must name fields of it. */
export function recordType<const F extends Readonly<Record<string, Field>>>(
  type: RecordType<F> & { readonly on?: keyof F & string; readonly headline?: keyof F & string },
): RecordType<F> {
  return type
}
