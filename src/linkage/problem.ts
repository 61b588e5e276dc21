/** Why a linkage cannot go on. Columns and files are named, values of records never are. */
export type LinkageProblemCode =
  | 'file_unreadable'
  | 'encoding_mixed'
  | 'no_records'
  | 'id_missing'
  | 'id_repeated'
  | 'settings_invalid'
  | 'settings_other_columns'
  | 'nothing_to_compare'
  | 'model_invalid'
  | 'truth_invalid'
  | 'not_reversible'
  | 'no_memory'
  | 'engine_missing'
  | 'cancelled'

/** Refusal with words for people: what is wrong and what to do. */
export class LinkageProblem extends Error {
  override readonly name = 'LinkageProblem'
  readonly code: LinkageProblemCode

  constructor(code: LinkageProblemCode, message: string) {
    super(message)
    this.code = code
  }
}
