import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { ImportProblem } from '../problem.ts'
import type { Header } from '../table.ts'

/** Columns with a meaning of their own; all others are fields of the dictionary that carry a `core` name. */
export const ownColumns = ['office', 'year', 'case_reference', 'person_reference', 'services', 'count'] as const
export type OwnColumn = (typeof ownColumns)[number]
const required: readonly OwnColumn[] = ['office', 'year']

/** Types that a line about one person is spread over, and the type of a line that counts several. */
export const personTypes = ['person', 'case', 'episode'] as const
export type PersonType = (typeof personTypes)[number]

export interface FieldTarget {
  readonly type: PersonType | 'aggregate'
  readonly field: string
  readonly declared: Field
}

export interface CoreColumns {
  readonly index: ReadonlyMap<OwnColumn, number>
  /** Columns of the file that feed fields, with the fields of the person's records and of the counted line. */
  readonly fields: readonly { readonly name: string; readonly at: number; readonly targets: readonly FieldTarget[] }[]
  readonly count: number
}

/** Column name -> fields it feeds, from the dictionary. Own fields with a `core` name are columns like any other. */
export function coreFields(d: Dictionary): ReadonlyMap<string, readonly FieldTarget[]> {
  const found = new Map<string, FieldTarget[]>()
  for (const type of [...personTypes, 'aggregate'] as const) {
    for (const [field, declared] of Object.entries(d.recordTypes.get(type)?.fields ?? {})) {
      const name = declared.core
      if (name === undefined || (ownColumns as readonly string[]).includes(name)) continue
      found.set(name, [...(found.get(name) ?? []), { type, field, declared }])
    }
  }
  return found
}

/** Matches the header with the known columns. @throws ImportProblem columns_unknown, columns_missing (all of them named). */
export function coreColumns(d: Dictionary, header: Header): CoreColumns {
  const fields = coreFields(d)
  const isOwn = (name: string): name is OwnColumn => (ownColumns as readonly string[]).includes(name)
  const unknown = header.names.filter(name => !isOwn(name) && !fields.has(name))
  if (unknown.length > 0) {
    throw new ImportProblem('columns_unknown', {
      columns: unknown.map(name => `"${name.slice(0, 60)}"`).join(', '),
      known: [...ownColumns, ...fields.keys()].join(', '),
    })
  }
  const missing = required.filter(name => !header.names.includes(name))
  if (missing.length > 0) throw new ImportProblem('columns_missing', { columns: missing.join(', ') })
  return {
    index: new Map(header.names.flatMap((name, at) => (isOwn(name) ? [[name, at] as const] : []))),
    fields: header.names.flatMap((name, at) => {
      const targets = fields.get(name)
      return targets === undefined ? [] : [{ name, at, targets }]
    }),
    count: header.names.length,
  }
}
