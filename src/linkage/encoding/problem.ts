/** Why encodings cannot be made, taken or compared. Columns, files and keys are named, values of records never are. */
export type EncodingProblemCode =
  | 'schema_invalid'
  | 'schema_other_columns'
  | 'schema_differs'
  | 'value_invalid'
  | 'key_invalid'
  | 'key_differs'
  | 'length_differs'
  | 'file_invalid'
  | 'file_exists'
  | 'nothing_to_link'
  | 'cancelled'

/** A refusal with words for people: what is wrong, and what to do. */
export class EncodingProblem extends Error {
  override readonly name = 'EncodingProblem'
  readonly code: EncodingProblemCode

  constructor(code: EncodingProblemCode, message: string) {
    super(message)
    this.code = code
  }
}
