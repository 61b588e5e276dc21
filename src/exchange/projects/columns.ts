import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import { ImportProblem } from '../problem.ts'
import type { Header } from '../table.ts'

/**
 * The columns of a file of projects and funding: one line is a contribution to a project, or a project without one. What a
 * cell may hold follows from the dictionary's field; `office` is the code of the office that keeps the project.
 */
export const projectColumns = {
  project: { type: 'project', field: 'code' },
  name: { type: 'project', field: 'name' },
  state: { type: 'project', field: 'state' },
  countries: { type: 'project', field: 'countries' },
  region: { type: 'project', field: 'region' },
  components: { type: 'project', field: 'components' },
  from: { type: 'project', field: 'from' },
  to: { type: 'project', field: 'to' },
  budget: { type: 'project', field: 'budget' },
  donor: { type: 'donor', field: 'name' },
  donor_kind: { type: 'donor', field: 'kind' },
  donor_country: { type: 'donor', field: 'country' },
  amount: { type: 'contribution', field: 'amount' },
  rate: { type: 'contribution', field: 'rate' },
  rate_on: { type: 'contribution', field: 'rateOn' },
  agreed_on: { type: 'contribution', field: 'agreedOn' },
} as const
export type ProjectColumn = keyof typeof projectColumns
export type ProjectRecord = (typeof projectColumns)[ProjectColumn]['type']

const names = Object.keys(projectColumns) as ProjectColumn[]
const known: readonly string[] = [...names, 'office']

export interface Placed {
  readonly name: ProjectColumn
  readonly type: ProjectRecord
  readonly field: string
  readonly declared: Field
  readonly at: number
}

/** Where the columns stand. @throws ImportProblem columns_unknown with their names, columns_missing. */
export function placedColumns(
  d: Dictionary,
  header: Header,
): { readonly columns: readonly Placed[]; readonly office: number } {
  const unknown = header.names.filter(name => !known.includes(name))
  if (unknown.length > 0)
    throw new ImportProblem('columns_unknown', { columns: unknown.join(', '), known: known.join(', ') })
  if (!header.names.includes('project')) throw new ImportProblem('columns_missing', { columns: 'project' })
  const columns = names.flatMap((name): Placed[] => {
    const { type, field } = projectColumns[name]
    const declared = fieldOf(d, type, field)
    const at = header.names.indexOf(name)
    return at < 0 || !declared ? [] : [{ name, type, field, declared, at }]
  })
  return { columns, office: header.names.indexOf('office') }
}
