import { type Details, type ExchangeMessage, phrase } from './messages.ts'

type Code<K> = K extends `exchange.${infer C}` ? C : never
export type ImportProblemCode = Code<ExchangeMessage>

/** A whole file that cannot be taken, in plain words. Thrown before or inside the transaction: the register stays as it was. */
export class ImportProblem extends Error {
  readonly code: ImportProblemCode
  readonly details: Details
  constructor(code: ImportProblemCode, details: Details = {}) {
    super(phrase(`exchange.${code}`, details))
    this.name = 'ImportProblem'
    this.code = code
    this.details = details
  }
}
