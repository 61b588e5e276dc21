import { isReserved, reservedAnswers } from '#dictionary/answer.ts'
import type { Code } from '#dictionary/code-list.ts'
import { type Dictionary, labelOf } from '#dictionary/dictionary.ts'
import { countries } from '#dictionary/data/countries.ts'
import { reservedLabels } from '#dictionary/data/reserved.ts'
import { countryCode } from '#dictionary/lists/country.ts'

/** Words compared without case, blanks and marks: `Follow up`, `Follow Up` and `FollowUp` are the same. */
export const wordKey = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '')

const indexes = new WeakMap<Dictionary, Map<string, ReadonlyMap<string, string>>>()

/** The code of a list for a name in the standard, a label of the sheets, or our own code or label; undefined when none. */
export function codeNamed(d: Dictionary, list: string, name: string): string | undefined {
  if (list === 'country' || list === 'nationality') {
    const country = countryCode(name) ?? countryNames().get(wordKey(name))
    if (country !== undefined) return country
  }
  return indexOf(d, list).get(wordKey(name))
}

/** A reserved answer by its word or label; `Not Specified/Unknown` is the sheets' word for unknown. */
export function reservedNamed(name: string): string | undefined {
  if (isReserved(name.trim().toLowerCase())) return name.trim().toLowerCase()
  const key = wordKey(name)
  if (key === 'nonspecifiedunknown' || key === 'notspecifiedunknown') return 'unknown'
  return reservedAnswers.find(word => wordKey(reservedLabels[word]) === key)
}

/** The label of a code as the sheets print it; countries as alpha-3, so that `NA` is never taken for "not available". */
export function nameOf(d: Dictionary, list: string, code: string): string {
  if (isReserved(code)) return reservedLabels[code]
  if (list === 'country' || list === 'nationality') return alpha3.get(code) ?? labelOf(d, list, code)
  const known = d.lists.get(list)?.codes.find(each => each.code === code)
  if (known === undefined) return code
  if (known.htcdsLabel !== undefined) return known.htcdsLabel
  if (known.htcds === undefined) return known.label
  // Several codes share a name: the label of the one that is read back from it.
  const reader = d.lists.get(list)?.codes.find(each => each.htcds === known.htcds && reads(each))
  return reader?.htcdsLabel ?? reader?.label ?? known.label
}

const reads = (code: Code): boolean => code.exportOnly?.includes('htcds') !== true

function indexOf(d: Dictionary, list: string): ReadonlyMap<string, string> {
  const held = indexes.get(d) ?? new Map<string, ReadonlyMap<string, string>>()
  indexes.set(d, held)
  const known = held.get(list)
  if (known !== undefined) return known
  const index = new Map<string, string>()
  const put = (name: string | undefined, code: string) => {
    const key = name === undefined ? '' : wordKey(name)
    if (key !== '' && !index.has(key)) index.set(key, code)
  }
  const codes = d.lists.get(list)?.codes ?? []
  for (const code of codes.filter(reads)) {
    put(code.htcds, code.code)
    put(code.htcdsLabel, code.code)
  }
  for (const code of codes) {
    put(code.code, code.code)
    put(code.label, code.code)
  }
  held.set(list, index)
  return index
}

const alpha3: ReadonlyMap<string, string> = new Map(countries.map(([two, three]) => [two, three]))

let named: ReadonlyMap<string, string> | null = null

/** English names of countries: ours, those of the platform, and the inverted forms of ISO ("Congo, Democratic Republic of the"). */
function countryNames(): ReadonlyMap<string, string> {
  if (named !== null) return named
  const platform = new Intl.DisplayNames('en', { type: 'region', fallback: 'none' })
  const names = new Map<string, string>()
  for (const [code, , , name] of countries) {
    for (const each of [name, platform.of(code) ?? '', ...(isoForms[code] ?? [])])
      if (each !== '') names.set(wordKey(each), code)
  }
  named = names
  return names
}

/** Names in the country list of the official survey form that neither we nor the platform use. */
const isoForms: Readonly<Record<string, readonly string[]>> = {
  BO: ['Bolivia (Plurinational State of)'],
  BQ: ['Bonaire, Sint Eustatius and Saba'],
  CD: ['Congo, Democratic Republic of the', 'Democratic Republic of the Congo'],
  CI: ["Côte d'Ivoire", 'Ivory Coast'],
  CZ: ['Czech Republic'],
  FK: ['Falkland Islands (Malvinas)'],
  FM: ['Micronesia (Federated States of)'],
  GB: ['United Kingdom of Great Britain and Northern Ireland'],
  GS: ['South Georgia and the South Sandwich Islands'],
  HK: ['Hong Kong'],
  HM: ['Heard Island and McDonald Islands'],
  IR: ['Iran (Islamic Republic of)'],
  KP: ["Korea (Democratic People's Republic of)"],
  KR: ['Korea, Republic of', 'Republic of Korea'],
  LA: ["Lao People's Democratic Republic"],
  MD: ['Moldova, Republic of', 'Republic of Moldova'],
  MF: ['Saint Martin (French part)'],
  MO: ['Macao'],
  PN: ['Pitcairn'],
  VC: ['Saint Vincent and the Grenadines'],
  MK: ['Macedonia', 'the former Yugoslav Republic of Macedonia'],
  PS: ['Palestine, State of', 'State of Palestine'],
  RU: ['Russian Federation'],
  SH: ['Saint Helena, Ascension and Tristan da Cunha'],
  SX: ['Sint Maarten (Dutch part)'],
  SY: ['Syrian Arab Republic'],
  SZ: ['Swaziland'],
  TR: ['Turkey'],
  TW: ['Taiwan, Province of China'],
  TZ: ['Tanzania, United Republic of'],
  UM: ['United States Minor Outlying Islands'],
  US: ['United States of America'],
  VA: ['Holy See'],
  VE: ['Venezuela (Bolivarian Republic of)'],
  VG: ['Virgin Islands (British)'],
  VI: ['Virgin Islands (U.S.)'],
  VN: ['Viet Nam'],
}
