export type ReportProblemCode =
  | 'unknown_kind'
  | 'unknown_parameter'
  | 'bad_parameter'
  | 'stopped'
  | 'place_taken'
  | 'tells_apart'
  | 'more_to_hide'

/** A report that cannot be made as asked. The sentence says what to do; it holds codes, never what was recorded. */
export class ReportProblem extends Error {
  readonly code: ReportProblemCode
  /** The parameter at fault, where there is one. */
  readonly field: string | null

  constructor(code: ReportProblemCode, message: string, field: string | null = null) {
    super(message)
    this.name = 'ReportProblem'
    this.code = code
    this.field = field
  }
}
