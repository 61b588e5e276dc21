import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { ImportProblem } from '../problem.ts'
import type { Header } from '../table.ts'

/** Columns of a file of activities: those of the activity by their names, then those of its number. */
export interface ActivityColumn {
  readonly name: string
  readonly type: 'activity' | 'activity_number'
  readonly field: string
  readonly declared: Field
}

/** Number columns that an activity has too. */
const renamed: Readonly<Record<string, string>> = { from: 'number_from', to: 'number_to' }

export function activityColumns(d: Dictionary): readonly ActivityColumn[] {
  return (['activity', 'activity_number'] as const).flatMap(type =>
    Object.entries(d.recordTypes.get(type)?.fields ?? {})
      .filter(([, { kind }]) => kind !== 'reference')
      .map(([field, declared]) => ({
        name: (type === 'activity_number' ? renamed[field] : undefined) ?? snake(field),
        type,
        field,
        declared,
      })),
  )
}

const snake = (field: string): string => field.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)

/** Where each column stands; `office` at its own place. @throws ImportProblem columns_unknown, columns_missing */
export function placesOf(
  d: Dictionary,
  header: Header,
): { readonly office: number; readonly columns: readonly (ActivityColumn & { readonly at: number })[] } {
  const known = activityColumns(d)
  const names = ['office', ...known.map(({ name }) => name)]
  const strange = header.names.filter(name => !names.includes(name.toLowerCase()))
  if (strange.length > 0)
    throw new ImportProblem('columns_unknown', { columns: strange.join(', '), known: names.join(', ') })
  const at = (name: string) => header.names.findIndex(each => each.toLowerCase() === name)
  const missing = ['office', 'pillar', 'title', 'countries', 'from'].filter(name => at(name) < 0)
  if (missing.length > 0) throw new ImportProblem('columns_missing', { columns: missing.join(', ') })
  return {
    office: at('office'),
    columns: known.map(column => ({ ...column, at: at(column.name) })).filter(column => column.at >= 0),
  }
}
