export type FigureProblemCode =
  | 'unknown_indicator'
  | 'unknown_dimension'
  | 'dimension_not_for_indicator'
  | 'unknown_value'
  | 'too_many_dimensions'
  | 'same_dimension_twice'
  | 'year_twice'
  | 'bad_number'
  | 'not_allowed'
  | 'unit_mismatch'
  | 'bad_period'
  | 'never_holds'
  | 'not_additive'
  | 'no_complement'
  | 'no_base_period'
  | 'no_known_base'
  | 'unknown_ratio'
  | 'unlike_accumulation'

/** A question that cannot be counted. The message says what was asked and what exists; it is meant to be read. */
export class FigureProblem extends Error {
  readonly code: FigureProblemCode
  /** What could have been asked instead. */
  readonly choices: readonly string[]

  constructor(code: FigureProblemCode, message: string, choices: readonly string[] = []) {
    super(message)
    this.name = 'FigureProblem'
    this.code = code
    this.choices = choices
  }
}
