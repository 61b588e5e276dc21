import type { ColumnType } from '../sql/dialect.ts'

/** What a preparation may be told beside the columns it reads. */
export interface PreparationOptions {
  /** What each part is, for preparations that read several. */
  readonly roles?: readonly string[] | undefined
  readonly order?: 'ymd' | 'dmy' | 'mdy' | undefined
}

export type Prepared = string | number | null | readonly string[]

/**
 * Columns of a file into columns that can be compared. Written in TypeScript, because the engines count bytes and know
 * no scripts; run once for each distinct value, not for each record. What it gives is ASCII.
 */
export interface Preparation {
  readonly name: string
  /** Columns it makes: '' is the column named in the settings, 'year' is `<that name>_year`. */
  readonly outputs: Readonly<Record<string, ColumnType | 'list'>>
  /** Outputs that are evidence of their own, by suffix: who blocks on a family name can still learn about given names. */
  readonly origins?: Readonly<Record<string, readonly string[]>>
  /** @returns a function from the parts as written (null: nothing written) to one value for each output. */
  prepare(options: PreparationOptions): (parts: readonly (string | null)[]) => Readonly<Record<string, Prepared>>
}
