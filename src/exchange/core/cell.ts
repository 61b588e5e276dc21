import { isReserved, type Value } from '#dictionary/answer.ts'
import { codeOf, codeFor, type Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { countryCode } from '#dictionary/lists/country.ts'
import { isCountry } from '../ctdc/cell.ts'
import type { LineReason } from '../line.ts'
import type { Details } from '../messages.ts'

export interface CellFault {
  readonly value: string
  readonly reason: LineReason
  readonly details?: Details
}
export type CellResult =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly fault: CellFault }

const fine = (value: Value): CellResult => ({ ok: true, value })
const wrong = (value: string, reason: LineReason, details?: Details): CellResult => ({
  ok: false,
  fault: { value, reason, ...(details === undefined ? {} : { details }) },
})

/** The value of a cell of the core-variable route; null for an empty cell (nothing recorded). */
export function readCoreCell(d: Dictionary, field: Field, cell: string): CellResult {
  const text = cell.trim()
  if (text === '') return fine(null)
  const word = text.toLowerCase()
  if (isReserved(word) && word !== 'redacted') return fine(word)
  switch (field.kind) {
    case 'code':
      return oneCode(d, field, text)
    case 'codes':
    case 'marks':
      return manyCodes(d, field, text)
    case 'integer':
      return wholeNumber(text, field.min ?? 0, field.max ?? 1_000_000_000)
    case 'date':
      return /^\d{4}(-\d\d(-\d\d)?)?~?$/.test(text) ? fine(text) : wrong(text, 'not_date')
    case 'money':
      return money(text)
    case 'text':
    case 'long_text': {
      const max = field.length ?? (field.kind === 'text' ? 200 : 20_000)
      return cell.length > max ? wrong(text, 'too_long', { max }) : fine(text)
    }
    case 'reference':
      return wrong(text, 'not_accepted', { reason: 'reference' })
    default:
      return field.kind satisfies never
  }
}

/** A whole number without sign, point or blank inside. */
export function wholeNumber(text: string, min: number, max: number): CellResult {
  const value = /^\d{1,12}$/.test(text) ? Number(text) : Number.NaN
  return value >= min && value <= max ? fine(value) : wrong(text, 'not_whole_number', { min, max })
}

function oneCode(d: Dictionary, field: Field, text: string): CellResult {
  const code = codeNamed(d, field, text)
  return code === undefined ? wrong(text, ...unknownCode(d, field)) : fine(code)
}

function manyCodes(d: Dictionary, field: Field, text: string): CellResult {
  const words = text.split(';').map(word => word.trim())
  const found: string[] = []
  for (const word of words) {
    if (word === '') continue
    if (isReserved(word.toLowerCase())) return wrong(text, 'unknown_with_others', { word })
    const code = codeNamed(d, field, word)
    if (code === undefined) return wrong(word, ...unknownCode(d, field))
    found.push(code)
  }
  if (found.length === 0) return wrong(text, ...unknownCode(d, field))
  const codes = [...new Set(found)].sort()
  return fine(field.kind === 'marks' ? Object.fromEntries(codes.map(code => [code, 'yes' as const])) : codes)
}

/** By the list's core names where it has any, else by its own codes; countries by alpha-2 (alpha-3 is understood too). */
function codeNamed(d: Dictionary, field: Field, word: string): string | undefined {
  const list = field.list ?? ''
  if (isCountry(field)) {
    const country = countryCode(word) ?? word.toLowerCase()
    return codeOf(d, list, country)?.code
  }
  return hasCoreNames(d, list) ? codeFor(d, list, 'core', word) : inEitherCase(d, list, word)
}

/** Codes are small letters; those of regions are capitals. */
const inEitherCase = (d: Dictionary, list: string, word: string): string | undefined =>
  (codeOf(d, list, word.toLowerCase()) ?? codeOf(d, list, word.toUpperCase()))?.code

const hasCoreNames = (d: Dictionary, list: string): boolean =>
  d.lists.get(list)?.codes.some(code => code.core !== undefined) ?? false

function unknownCode(d: Dictionary, field: Field): [LineReason, Details?] {
  if (isCountry(field)) return ['unknown_country']
  const codes = d.lists.get(field.list ?? '')?.codes ?? []
  const named = hasCoreNames(d, field.list ?? '')
  const names = codes.flatMap(code => (named ? (code.core ?? []) : code.code))
  return ['unknown_code', { known: [...names.slice(0, 30), 'unknown'].join(', ') }]
}

function money(text: string): CellResult {
  const found = /^(\d{1,15}(?:\.\d{1,4})?) ?([A-Z]{3})$/.exec(text)
  return found === null ? wrong(text, 'not_money') : fine({ amount: found[1] ?? '', currency: found[2] ?? '' })
}
