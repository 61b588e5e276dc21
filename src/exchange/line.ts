import { type Details, type ExchangeMessage, phrase } from './messages.ts'

/** One line of a table, CSV or spreadsheet. `line` is the number an editor or spreadsheet shows where the row begins. */
export interface Row {
  readonly line: number
  readonly cells: readonly string[]
}

type Reason<K> = K extends `line.${infer R}` ? R : never
export type LineReason = Reason<ExchangeMessage>

/** What is wrong with one value of one line. `value` is shortened for showing. */
export interface LineError {
  readonly line: number
  readonly column: string
  readonly value: string
  readonly reason: LineReason
  readonly details?: Details
}

const longest = 60

/** A value as it may be shown: on one line, without control characters, at most 60 characters. */
export function shorten(value: string): string {
  const characters = Array.from(value.replace(/[\p{Cc}\p{Cf}]+/gu, ' ').slice(0, longest * 4))
  return characters.length <= longest ? characters.join('') : `${characters.slice(0, longest - 1).join('')}…`
}

export function lineError(
  line: number,
  column: string,
  value: string,
  reason: LineReason,
  details?: Details,
): LineError {
  return { line, column, value: shorten(value), reason, ...(details === undefined ? {} : { details }) }
}

/** "line 7, column year: "20111" is not a year between 1900 and 2026" */
export function phraseLineError(error: LineError): string {
  const reason = phrase(`line.${error.reason}`, error.details)
  return phrase('report.line', { line: error.line, column: error.column, value: error.value, reason })
}

/** True when the line holds nothing: an empty line at the end, or a spreadsheet row with only its number. */
export function isBlank(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === '')
}
