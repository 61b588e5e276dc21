import type { SurveyAnswer } from './definition.ts'
import type { Expression } from './expression.ts'

/** What an expression can ask of. */
export interface Scope {
  /** Undefined: not answered, or not asked. */
  answer(question: string): SurveyAnswer | undefined
  /** The answer that a constraint is about. */
  readonly self?: SurveyAnswer | undefined
  /** Of the choice that a filter looks at. */
  column?(name: string): string
  /** The day, yyyy-mm-dd, of whoever fills it in. */
  readonly today: string
}

type Result = string | number | boolean

/**
 * The value of an expression. As in XPath, an answer that is not there is the empty text: it equals '' and as a number it is none (NaN), so that
 * no comparison of size holds for it. Days compare as days.
 */
export function evaluate(e: Expression, s: Scope): Result {
  switch (e.kind) {
    case 'literal':
      return e.value
    case 'question':
      return plain(s.answer(e.name))
    case 'self':
      return plain(s.self)
    case 'column':
      return s.column?.(e.name) ?? ''
    case 'minus':
      return -numberOf(evaluate(e.of, s))
    case 'binary':
      return binary(e, s)
    case 'call':
      return called(e, s)
    default:
      return e satisfies never
  }
}

export const isTrue = (e: Expression, s: Scope): boolean => truth(evaluate(e, s))

const plain = (answer: SurveyAnswer | undefined): string | number =>
  answer === undefined ? '' : typeof answer === 'object' ? answer.join(' ') : answer

const truth = (value: Result): boolean =>
  typeof value === 'boolean' ? value : typeof value === 'number' ? value !== 0 && !Number.isNaN(value) : value !== ''

export const textOf = (value: Result): string => (typeof value === 'number' && Number.isNaN(value) ? '' : String(value))

const day = /^\d{4}-\d{2}-\d{2}$/

/** A day as a number is the days since 1 January 1970, as ODK counts them. */
function numberOf(value: Result): number {
  if (typeof value === 'number') return value
  if (typeof value === 'boolean') return value ? 1 : 0
  if (day.test(value)) return Date.parse(value) / 86_400_000
  return value.trim() === '' ? Number.NaN : Number(value)
}

function binary({ by, left, right }: Expression & { kind: 'binary' }, s: Scope): Result {
  if (by === 'and') return isTrue(left, s) && isTrue(right, s)
  if (by === 'or') return isTrue(left, s) || isTrue(right, s)
  const [a, b] = [evaluate(left, s), evaluate(right, s)]
  switch (by) {
    case '=':
      return equal(a, b)
    case '!=':
      return !equal(a, b)
    case '<':
      return numberOf(a) < numberOf(b)
    case '<=':
      return numberOf(a) <= numberOf(b)
    case '>':
      return numberOf(a) > numberOf(b)
    case '>=':
      return numberOf(a) >= numberOf(b)
    case '+':
      return numberOf(a) + numberOf(b)
    case '-':
      return numberOf(a) - numberOf(b)
    case '*':
      return numberOf(a) * numberOf(b)
    case 'div':
      return numberOf(a) / numberOf(b)
    case 'mod':
      return numberOf(a) % numberOf(b)
    default:
      return by satisfies never
  }
}

function equal(a: Result, b: Result): boolean {
  if (typeof a === 'boolean' || typeof b === 'boolean') return truth(a) === truth(b)
  return typeof a === 'number' || typeof b === 'number' ? numberOf(a) === numberOf(b) : a === b
}

const words = (text: string): string[] => text.split(' ').filter(word => word !== '')

function called({ name, with: given }: Expression & { kind: 'call' }, s: Scope): Result {
  const value = (i: number): Result => evaluate(given[i] as Expression, s)
  const text = (i: number): string => textOf(value(i))
  const number = (i: number): number => numberOf(value(i))
  const numbers = () => given.map((_, i) => number(i)).filter(each => !Number.isNaN(each))
  switch (name) {
    case 'selected':
      return words(text(0)).includes(text(1))
    case 'count-selected':
      return words(text(0)).length
    case 'selected-at':
      return words(text(0))[number(1)] ?? ''
    case 'if':
      return truth(value(0)) ? value(1) : value(2)
    case 'coalesce':
      return text(0) === '' ? value(1) : value(0)
    case 'not':
      return !truth(value(0))
    case 'true':
      return true
    case 'false':
      return false
    // The hour would say who was asked.
    case 'today':
    case 'now':
      return s.today
    case 'date':
    case 'once':
      return value(0)
    case 'string-length':
      return [...text(0)].length
    case 'regex':
      return matches(text(0), text(1))
    case 'contains':
      return text(0).includes(text(1))
    case 'starts-with':
      return text(0).startsWith(text(1))
    case 'ends-with':
      return text(0).endsWith(text(1))
    case 'concat':
      return given.map((_, i) => text(i)).join('')
    case 'number':
      return number(0)
    case 'int':
      return Math.trunc(number(0))
    case 'string':
      return text(0)
    case 'boolean':
      return truth(value(0))
    case 'round': {
      const scale = 10 ** (given.length > 1 ? number(1) : 0)
      return Math.round(number(0) * scale) / scale
    }
    case 'min':
      return numbers().length === 0 ? Number.NaN : Math.min(...numbers())
    case 'max':
      return numbers().length === 0 ? Number.NaN : Math.max(...numbers())
    default:
      throw new Error(`A function that is not understood was not refused: ${name}.`)
  }
}

/** The pattern must match the whole text, as in ODK. It was tried when the form was loaded. */
function matches(text: string, source: string): boolean {
  return new RegExp(`^(?:${source})$`, 'u').test(text)
}
