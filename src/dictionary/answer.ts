/**
 * What an answer can be. Every coded or free answer is a value or one of four words that are never a "no":
 * unknown (nobody knows), did_not_say (asked, kept back), not_asked, not_applicable. `redacted` is a fifth, for
 * imported data whose publisher withheld the value. The words are reserved: no code list may use them.
 */
export const missingAnswers = ['unknown', 'did_not_say', 'not_asked', 'not_applicable'] as const
export const reservedAnswers = [...missingAnswers, 'redacted'] as const

export type MissingAnswer = (typeof missingAnswers)[number]
export type ReservedAnswer = (typeof reservedAnswers)[number]

/** yes / no / one of the four missing answers: one mark of a many-marks field (means of control, indicators). */
export type Mark = 'yes' | 'no' | MissingAnswer
/** code -> mark; a code that is not a key was not asked. */
export type Marks = Readonly<Record<string, Mark>>

/** Exact money: a decimal string (never a double) and an ISO 4217 code. */
export interface Money {
  readonly amount: string
  readonly currency: string
}

/** The value of one field of a record as it is stored and sent. `null` means: taken back, nothing is recorded. */
export type Value = string | number | readonly string[] | Marks | Money | null
export type Content = Readonly<Record<string, Value>>

export function isReserved(value: unknown): value is ReservedAnswer {
  return typeof value === 'string' && (reservedAnswers as readonly string[]).includes(value)
}

/** True when the field holds a real answer: present, and not one of the reserved words. */
export function isAnswered(value: Value | undefined): value is Exclude<Value, null> {
  if (value === undefined || value === null || isReserved(value)) return false
  return Array.isArray(value) ? value.length > 0 : true
}

/** The codes marked yes, in the order of the marks; empty when the field is missing or nothing is marked yes. */
export function marked(value: Value | undefined, as: Mark = 'yes'): string[] {
  if (value === undefined || value === null || typeof value !== 'object' || Array.isArray(value)) return []
  return Object.entries(value)
    .filter(([, mark]) => mark === as)
    .map(([code]) => code)
}

/** A text, code or number as text; empty for anything else, so that an object never shows as "[object Object]". */
export function plainText(value: Value | undefined): string {
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : ''
}

/** Codes and names in the order of their code units: the same everywhere, whatever the language of the machine. */
export const byCode = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
