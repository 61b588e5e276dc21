import type { LineError } from './line.ts'
import { phrase } from './messages.ts'

/** Lines of the file are wrong and nothing was imported. Carries every fault. */
export class LinesRefused extends Error {
  readonly errors: readonly LineError[]
  /** How many lines have a fault. */
  readonly lines: number
  constructor(errors: readonly LineError[]) {
    const lines = new Set(errors.map(error => error.line)).size
    super(phrase('exchange.rows_refused', { count: lines }))
    this.name = 'LinesRefused'
    this.errors = errors
    this.lines = lines
  }
}
