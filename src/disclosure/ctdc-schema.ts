import { ctdcHeaders } from '#dictionary/ctdc.ts'
import type { CodeList } from '#dictionary/code-list.ts'
import { type Dictionary, builtIn } from '#dictionary/dictionary.ts'
import { checked, type PublicColumn, type PublicSchema } from './schema.ts'

export const ctdcNames = ['ctdc-a', 'ctdc-b', 'ctdc-c'] as const
export type CtdcName = (typeof ctdcNames)[number]
const schemaOf = { 'ctdc-a': 'ctdcA', 'ctdc-b': 'ctdcB', 'ctdc-c': 'ctdcC' } as const

/** Cells of the public files that say nothing: empty, missing, and a country that the publisher withheld. */
const nothing = ['', '-99', '-99.0', 'NULL', 'null']
const withheld = ['0', '00', '000', '0.0']

/** How the public files write an age group; the dictionary's own codes have no name there. */
const majority = ['Adult', 'Minor']

/** CTDC's files begin with registrations of 2002. */
const firstYear = 2002

/**
 * The public columns and code lists of a CTDC release, from the dictionary's mappings: years from 2002 to `lastYear`, countries
 * of ISO 3166-1, bands, and flags (A: 1 and 0; B and C: 1, since a blank there is either). Joined labels repeat what
 * the flags say and are not columns of a release.
 */
export function ctdcSchema(name: CtdcName, lastYear: number, d: Dictionary = builtIn): PublicSchema {
  const schema = schemaOf[name]
  const fields = new Map(
    ['person', 'case', 'episode'].flatMap(type =>
      Object.values(d.recordTypes.get(type)?.fields ?? {}).flatMap(field =>
        field.ctdc === undefined ? [] : [[field.ctdc, field] as const],
      ),
    ),
  )
  const columns = ctdcHeaders[schema]
    .filter(column => !/Concatenated$|^RecruiterRelationship$/.test(column))
    .map((column): PublicColumn => {
      const field = fields.get(column)
      if (field === undefined) return flag(column, schema === 'ctdcA')
      if (field.kind === 'date') return years(column, lastYear)
      const list = field.list === undefined ? undefined : d.lists.get(field.list)
      return list === undefined ? flag(column, schema === 'ctdcA') : coded(column, list, schema)
    })
  return checked({ name, columns })
}

function flag(name: string, withNo: boolean): PublicColumn {
  return {
    name,
    values: withNo ? ['0', '1'] : ['1'],
    missing: withNo ? nothing : [...nothing, '0', '0.0'],
    spellings: new Map([['1.0', '1'], ...(withNo ? ([['0.0', '0']] as const) : [])]),
  }
}

function years(name: string, lastYear: number): PublicColumn {
  const values = Array.from({ length: lastYear - firstYear + 1 }, (_, at) => String(firstYear + at))
  return { name, values, missing: nothing, spellings: new Map(values.map(year => [`${year}.0`, year])) }
}

function coded(name: string, list: CodeList, schema: 'ctdcA' | 'ctdcB' | 'ctdcC'): PublicColumn {
  const named = [...new Set(list.codes.flatMap(code => code[schema] ?? []))]
  const values = named.length > 0 ? named : majority
  const country = list.id === 'country' || list.id === 'nationality'
  const other = country ? countrySpellings(list, schema) : bandSpellings(values)
  return { name, values, missing: country ? [...nothing, ...withheld] : nothing, spellings: other }
}

/** A file may write its countries in two or three letters; both name the same one, and NA is Namibia. */
function countrySpellings(list: CodeList, schema: 'ctdcA' | 'ctdcB' | 'ctdcC'): Map<string, string> {
  return new Map(
    list.codes.flatMap(code => {
      const written = code[schema]
      return [code.ctdcA, code.ctdcC].flatMap(word =>
        word === undefined || written === undefined || word === written ? [] : [[word, written] as const],
      )
    }),
  )
}

/** `09--17` and `9-17` are the band `9--17`; `0--12` is the band `0--12 (0-1 yr)`. */
function bandSpellings(values: readonly string[]): Map<string, string> {
  return new Map(
    values.flatMap(value => {
      const band = /^(\d+)--(\d+)/.exec(value)
      if (band === null) return []
      const [whole, from = '', to = ''] = band
      return [whole, `${from}-${to}`, `${from.padStart(2, '0')}--${to}`, `${from.padStart(2, '0')}-${to}`]
        .filter(spelling => spelling !== value)
        .map(spelling => [spelling, value] as const)
    }),
  )
}
