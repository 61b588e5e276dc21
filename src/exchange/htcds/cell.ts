import { isReserved, type Mark, type Marks, missingAnswers, type Value, byCode, plainText } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { escapeFormula, unescapeFormula } from '../formula.ts'
import { codeNamed, nameOf, reservedNamed } from './names.ts'

export type HtcdsCell =
  | { readonly ok: true; readonly value: Value }
  | {
      readonly ok: false
      readonly reason: 'unknown_code' | 'unknown_country' | 'not_date' | 'not_whole_number' | 'not_money'
    }

const fine = (value: Value): HtcdsCell => ({ ok: true, value })

/** The value of a cell under an official column: labels or names of the standard, several joined by `;`. */
export function readHtcdsCell(d: Dictionary, field: Field, cell: string): HtcdsCell {
  const text = unescapeFormula(cell)
  if (text.trim() === '') return fine(null)
  if (field.kind === 'text' || field.kind === 'long_text') return fine(text)
  const reserved = reservedNamed(text)
  if (reserved !== undefined) return fine(reserved)
  switch (field.kind) {
    case 'date': {
      const day = text.trim().replace(/^(\d{4}-\d\d-\d\d)[T ].*$/, '$1')
      return /^\d{4}(-\d\d(-\d\d)?)?~?$/.test(day) ? fine(day) : { ok: false, reason: 'not_date' }
    }
    case 'integer': {
      const whole = /^\d{1,9}(?=(\.0+)?$)/.exec(text.trim())?.[0]
      return whole === undefined ? { ok: false, reason: 'not_whole_number' } : fine(Number(whole))
    }
    case 'money': {
      const found = /^(\d{1,15}(?:\.\d{1,4})?) ?([A-Z]{3})$/.exec(text.trim())
      return found === null
        ? { ok: false, reason: 'not_money' }
        : fine({ amount: found[1] ?? '', currency: found[2] ?? '' })
    }
    default: {
      const codes = readCodes(d, field, text)
      if (codes === null) return { ok: false, reason: countryList(field) ? 'unknown_country' : 'unknown_code' }
      if (field.kind === 'code')
        return codes.length === 1 ? fine(codes[0] ?? null) : { ok: false, reason: 'unknown_code' }
      return fine(field.kind === 'marks' ? Object.fromEntries(codes.map(code => [code, 'yes' as const])) : codes)
    }
  }
}

const countryList = (field: Field): boolean => field.list === 'country' || field.list === 'nationality'

/** Labels joined by `;`, some of which hold a `;` themselves; or names joined by blanks, as survey tools write them. */
function readCodes(d: Dictionary, field: Field, text: string): string[] | null {
  const list = field.list ?? ''
  const whole = codeNamed(d, list, text)
  if (whole !== undefined) return [whole]
  const byMark = longestFirst(text.split(';'), ';', part => codeNamed(d, list, part))
  return byMark ?? longestFirst(text.trim().split(/\s+/), ' ', part => codeNamed(d, list, part))
}

function longestFirst(
  parts: readonly string[],
  mark: string,
  find: (text: string) => string | undefined,
): string[] | null {
  const codes = new Set<string>()
  for (let at = 0; at < parts.length; ) {
    if (parts[at]?.trim() === '') {
      at++
      continue
    }
    let taken = 0
    for (let length = Math.min(4, parts.length - at); length > 0 && taken === 0; length--) {
      const code = find(parts.slice(at, at + length).join(mark))
      if (code === undefined) continue
      codes.add(code)
      taken = length
    }
    if (taken === 0) return null
    at += taken
  }
  return codes.size === 0 ? null : [...codes].sort()
}

/** The cell of a value under an official column. What it cannot say (no, several reserved words) stands in our own column. */
export function writeHtcdsCell(d: Dictionary, field: Field, value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'text' || field.kind === 'long_text')
    return escapeFormula(plainText(value).replace(/\r\n?/g, '\n'))
  if (typeof value === 'string' && isReserved(value)) return nameOf(d, field.list ?? '', value)
  if (typeof value === 'number') return String(value)
  if (typeof value === 'string') return field.list === undefined ? value : nameOf(d, field.list, value)
  if (Array.isArray(value)) return unique([...value].sort(byCode).map(code => nameOf(d, field.list ?? '', code)))
  if (isMoney(value)) return `${value.amount} ${value.currency}`
  const yes = Object.entries(value as Marks).flatMap(([code, mark]) => (mark === 'yes' ? code : []))
  return unique(yes.sort(byCode).map(code => nameOf(d, field.list ?? '', code)))
}

const unique = (labels: readonly string[]): string => [...new Set(labels)].join(';')

const isMoney = (value: object): value is { amount: string; currency: string } =>
  'currency' in value && 'amount' in value

const marksOfCell = new Set<string>(['yes', 'no', ...missingAnswers])

/** Our own column holds the value as it is: codes, `code=mark`, reserved words. */
export function writeOwnCell(field: Field, value: Value | undefined): string {
  if (value === undefined || value === null) return ''
  if (field.kind === 'text' || field.kind === 'long_text')
    return escapeFormula(plainText(value).replace(/\r\n?/g, '\n'))
  if (typeof value !== 'object')
    return typeof value === 'string' && countryList(field) && value === 'NA' ? 'NAM' : plainText(value)
  if (Array.isArray(value))
    return [...value]
      .sort(byCode)
      .map(code => (countryList(field) && code === 'NA' ? 'NAM' : code))
      .join(';')
  if (isMoney(value)) return `${value.amount} ${value.currency}`
  return Object.entries(value as Marks)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, mark]) => `${code}=${mark}`)
    .join(';')
}

export function readOwnCell(d: Dictionary, field: Field, cell: string): HtcdsCell {
  if (field.kind !== 'marks' || isReserved(cell.trim())) return readHtcdsCell(d, field, cell)
  const marks: Record<string, Mark> = {}
  for (const part of cell.split(';').map(each => each.trim())) {
    if (part === '') continue
    const [name = '', mark = 'yes'] = part.split('=')
    const code = codeNamed(d, field.list ?? '', name)
    if (code === undefined || !marksOfCell.has(mark)) return { ok: false, reason: 'unknown_code' }
    marks[code] = mark as Mark
  }
  return fine(Object.keys(marks).length === 0 ? null : marks)
}
