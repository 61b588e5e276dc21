import type { Mark, Value } from '#dictionary/answer.ts'
import { type Dictionary, codeFor } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { countryByAlpha3, countryCode } from '#dictionary/lists/country.ts'
import { ctdcSchemas } from '#dictionary/ctdc.ts'

/** How a file writes its countries: `NA` is Namibia in alpha-2 and a missing value in alpha-3. */
export type Alphabet = 'alpha2' | 'alpha3'

const missing = new Set(['', '-99', '-99.0', 'null', 'na', 'n/a', 'nan', 'none', '.'])
const redacted = new Set(['0', '00', '0.0', '000'])

export function isMissing(cell: string): boolean {
  return missing.has(cell.trim().toLowerCase())
}

/** 1 yes, 0 no; empty, -99 and anything else unknown: a blank is never a no. */
export function markOf(cell: string): Mark {
  const text = cell.trim()
  if (/^1(\.0+)?$/.test(text)) return 'yes'
  return /^0(\.0+)?$/.test(text) ? 'no' : 'unknown'
}

/** A country cell: code, `redacted` when the publisher withheld it, `unknown` when missing, null when not understood. */
export function countryOf(cell: string, alphabet: Alphabet): string | null {
  const text = cell.trim().toUpperCase()
  if (redacted.has(text)) return 'redacted'
  if (alphabet === 'alpha2' && text === 'NA') return 'NA'
  if (isMissing(text)) return 'unknown'
  return (alphabet === 'alpha3' ? countryByAlpha3(text) : undefined) ?? countryCode(text) ?? null
}

/** Alpha-3 when the file has three-letter countries and no two-letter one but NA; its own rows decide, not its name. */
export function alphabetOf(countries: Iterable<string>): Alphabet {
  let three = false
  for (const cell of countries) {
    const text = cell.trim().toUpperCase()
    if (text === 'NA') continue
    if (/^[A-Z]{2}$/.test(text) && countryCode(text) !== undefined) return 'alpha2'
    if (countryByAlpha3(text) !== undefined) three = true
  }
  return three ? 'alpha3' : 'alpha2'
}

const countryLists = new Set(['country', 'nationality'])

export const isCountry = (field: Field): boolean => field.list !== undefined && countryLists.has(field.list)

/** The value of a one-column field; null when the cell is not understood (kept as unknown by the caller, and counted). */
export function valueOf(d: Dictionary, field: Field, cell: string, alphabet: Alphabet): Value {
  if (isCountry(field)) {
    const country = countryOf(cell, alphabet)
    if (country === null || country === 'redacted' || country === 'unknown') return country
    return field.kind === 'codes' ? [country] : country
  }
  if (isMissing(cell)) return 'unknown'
  if (field.kind === 'date') return yearOf(cell)
  if (field.kind === 'integer') return /^\d{1,9}(\.0+)?$/.test(cell.trim()) ? Number(cell) : null
  if (field.list !== undefined) {
    const code = codeIn(d, field.list, cell)
    return code === undefined ? null : field.kind === 'codes' ? [code] : code
  }
  return field.kind === 'text' || field.kind === 'long_text' ? cell.trim() : null
}

/** A year of registration; 0 and years outside 1900 to 2200 are not understood. */
function yearOf(cell: string): string | null {
  const year = /^(\d{4})(\.0+)?$/.exec(cell.trim())?.[1]
  return year !== undefined && Number(year) >= 1900 && Number(year) <= 2200 ? year : null
}

function codeIn(d: Dictionary, list: string, cell: string): string | undefined {
  for (const spelling of [cell.trim(), banded(cell)]) {
    for (const schema of ctdcSchemas) {
      const code = codeFor(d, list, schema, spelling)
      if (code !== undefined) return code
    }
  }
  return byWords.get(list)?.(cell.trim().toLowerCase()) ?? byBeginning(d, list, banded(cell))
}

/** `09--17`, `9-17` and `9–17` are the band `9--17`. */
const banded = (cell: string): string =>
  cell
    .trim()
    .replace(/^0+(?=\d)/, '')
    .replace(/(?<=\d)\s*(--?|–|—)\s*(?=\d)/, '--')

/** `0--12` alone for `0--12 (0-1 yr)`. */
function byBeginning(d: Dictionary, list: string, text: string): string | undefined {
  if (!/^\d+(--\d+|\+)$/.test(text)) return undefined
  return d.lists.get(list)?.codes.find(code => ctdcSchemas.some(schema => code[schema]?.startsWith(`${text} `)))?.code
}

const byWords = new Map<string, (word: string) => string | undefined>([
  ['age_group', word => ({ adult: 'adult', minor: 'child', child: 'child' })[word]],
  ['sex', word => (/^(trans|non-?conforming)/.test(word) ? 'other' : { female: 'female', male: 'male' }[word])],
])
