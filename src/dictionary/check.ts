import { type Content, isReserved, type MissingAnswer, missingAnswers, type Value } from './answer.ts'
import { currencies } from './data/currencies.ts'
import { codeOf, type Dictionary, fieldOf } from './dictionary.ts'
import type { Field } from './field.ts'
import { parsePartialDate, yearRange } from './partial-date.ts'

/** Why a value cannot be stored. Details hold codes and limits, never what was typed: a name may stand in the wrong field. */
export interface ContentProblem {
  readonly code: ContentProblemCode
  readonly field?: string
  readonly details?: Readonly<Record<string, string | number>>
}

/** Key of the catalogue: `problem.<code>`. */
export const contentProblems = {
  unknown_type: 'There is no such kind of record.',
  unknown_field: 'This kind of record has no such field.',
  fixed_field: 'This field is set by the register or by an import only.',
  wrong_kind: 'This is not the kind of answer that the field takes.',
  unknown_code: 'The answer is not in the list.',
  duplicate_code: 'The same answer was given twice.',
  value_and_reserved: 'An answer and “unknown” (or the like) cannot both be given.',
  redacted_by_hand: 'Only an import can say that a publisher withheld the answer.',
  not_a_date: 'This is not a date. Write 2019, 2019-05 or 2019-05-03, with ~ after an estimate.',
  date_out_of_range: 'The year cannot be right.',
  out_of_range: 'The number is out of range.',
  not_money: 'This is not an amount. Write digits with at most four decimals.',
  unknown_currency: 'This is not a currency code.',
  too_long: 'The text is too long.',
  control_character: 'The text contains invisible control characters.',
  not_a_reference: 'This does not name a record.',
} as const
export type ContentProblemCode = keyof typeof contentProblems

export interface CheckOptions {
  /** The content comes from an import or from the register itself: fixed fields and `redacted` are allowed. */
  readonly imported?: boolean
}

export const textLength = { text: 200, long_text: 20_000 } as const

/**
 * Every reason why the content cannot be a record (or part of one) of this type; empty when it can. Looks at each value
 * by itself: rules between fields are casework's. Hidden and withdrawn codes stay valid, for old records and late devices.
 */
export function checkContent(d: Dictionary, type: string, set: Content, options: CheckOptions = {}): ContentProblem[] {
  if (!d.recordTypes.has(type)) return [{ code: 'unknown_type' }]
  const found: ContentProblem[] = []
  for (const [name, value] of Object.entries(set)) {
    const field = fieldOf(d, type, name)
    const problem = field === undefined ? refuse('unknown_field') : checkField(d, field, value, options)
    if (problem !== null) found.push({ ...problem, field: name })
  }
  return found
}

/** The first reason why a value cannot stand in a field; null when it can. */
export function checkField(
  d: Dictionary,
  field: Field,
  value: Value,
  options: CheckOptions = {},
): ContentProblem | null {
  if (field.fixed === true && options.imported !== true) return refuse('fixed_field')
  if (value === null) return null
  if (isReserved(value)) return value === 'redacted' && options.imported !== true ? refuse('redacted_by_hand') : null
  return byKind(d, field, value)
}

function byKind(d: Dictionary, field: Field, value: Exclude<Value, null>): ContentProblem | null {
  switch (field.kind) {
    case 'text':
    case 'long_text':
      return checkText(field, field.kind, value)
    case 'code':
      return checkCode(d, field, value)
    case 'codes':
      return checkCodes(d, field, value)
    case 'marks':
      return checkMarks(d, field, value)
    case 'date':
      return checkDate(value)
    case 'integer':
      return checkInteger(field, value)
    case 'money':
      return checkMoney(value)
    case 'reference':
      return typeof value === 'string' && uuid.test(value) ? null : refuse('not_a_reference')
    default:
      return field.kind satisfies never
  }
}

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i
const amount = /^-?\d{1,15}(\.\d{1,4})?$/
// Line feeds and tabs are part of a narrative; everything else below U+0020 breaks CSV, XML and PostgreSQL (NUL).
const controlInLine = /\p{Cc}/u
const controlInNarrative = /(?![\n\r\t])\p{Cc}/u

const refuse = (code: ContentProblemCode, details?: ContentProblem['details']): ContentProblem =>
  details === undefined ? { code } : { code, details }

function checkText(field: Field, kind: 'text' | 'long_text', value: Value): ContentProblem | null {
  if (typeof value !== 'string') return refuse('wrong_kind')
  const limit = field.length ?? textLength[kind]
  // Length in code points, as people count; a string of UTF-16 units at most as long is short enough without counting.
  if (value.length > limit && [...value].length > limit) return refuse('too_long', { limit })
  if ((kind === 'text' ? controlInLine : controlInNarrative).test(value) || !value.isWellFormed()) {
    return refuse('control_character')
  }
  return null
}

function checkCode(d: Dictionary, field: Field, value: Value): ContentProblem | null {
  if (typeof value !== 'string') return refuse('wrong_kind')
  return codeOf(d, field.list ?? '', value) === undefined ? refuse('unknown_code', { list: field.list ?? '' }) : null
}

function checkCodes(d: Dictionary, field: Field, value: Value): ContentProblem | null {
  if (!Array.isArray(value)) return refuse('wrong_kind')
  const seen = new Set<string>()
  for (const code of value as readonly unknown[]) {
    if (typeof code !== 'string') return refuse('wrong_kind')
    if (isReserved(code)) return refuse('value_and_reserved')
    if (seen.has(code)) return refuse('duplicate_code')
    seen.add(code)
    const problem = checkCode(d, field, code)
    if (problem !== null) return problem
  }
  return null
}

const isMark = (mark: unknown): boolean =>
  mark === 'yes' || mark === 'no' || missingAnswers.includes(mark as MissingAnswer)

function checkMarks(d: Dictionary, field: Field, value: Value): ContentProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('wrong_kind')
  for (const [code, mark] of Object.entries(value)) {
    if (isReserved(code)) return refuse('value_and_reserved')
    const problem = checkCode(d, field, code)
    if (problem !== null) return problem
    if (!isMark(mark)) return refuse('wrong_kind')
  }
  return null
}

function checkDate(value: Value): ContentProblem | null {
  if (typeof value !== 'string') return refuse('wrong_kind')
  const date = parsePartialDate(value)
  if (date === null) return refuse('not_a_date')
  return date.year < yearRange.from || date.year > yearRange.to ? refuse('date_out_of_range', yearRange) : null
}

function checkInteger(field: Field, value: Value): ContentProblem | null {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) return refuse('wrong_kind')
  const min = field.min ?? Number.MIN_SAFE_INTEGER
  const max = field.max ?? Number.MAX_SAFE_INTEGER
  return value < min || value > max ? refuse('out_of_range', { min, max }) : null
}

function checkMoney(value: Value): ContentProblem | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return refuse('wrong_kind')
  const money = value as Readonly<Record<string, unknown>>
  if (Object.keys(money).some(key => key !== 'amount' && key !== 'currency')) return refuse('wrong_kind')
  if (typeof money.amount !== 'string' || !amount.test(money.amount)) return refuse('not_money')
  return typeof money.currency === 'string' && currencies.has(money.currency) ? null : refuse('unknown_currency')
}
