/** Refusals of the register. `not_found` is said for what does not exist and for what is not the reader's alike. */
export type RegisterProblemCode =
  | 'not_found'
  | 'not_allowed'
  | 'stale'
  | 'taken'
  | 'invalid'
  | 'not_empty'
  | 'unreadable'

export class RegisterProblem extends Error {
  readonly code: RegisterProblemCode
  /** Coded details only; never personal data. */
  readonly details: Readonly<Record<string, string | number>>

  constructor(code: RegisterProblemCode, message: string, details: Readonly<Record<string, string | number>> = {}) {
    super(message)
    this.name = 'RegisterProblem'
    this.code = code
    this.details = details
  }
}
