import type { CodeList } from './code-list.ts'
import type { Field } from './field.ts'
import type { RecordType } from './record-type.ts'

/** What a figure can be broken down by. Declared on the field that feeds it, or computed from several by casework. */
export const computedDimensions = [
  'year', // of the instance, the service or the call; of a number the year in which its time ends
  'month', // of the call; of a number the month in which its time ends
  'office',
  'region', // of the office
  'age_group', // declared, else from the age, else from the band
  'age_band',
  'category', // as counted: see casework
  'determination', // the one in force
  'exploitation_type', // of all forms of an instance: one answer
  'services', // all types given in the year of the instance
  'reintegration', // all areas in which a returned person received something in the year
  'money_source', // project or fund
  'project', // code of the project
  'donor', // names of the donors; private ones in one word
  'rated', // is the amount known in US dollars?
] as const
export type ComputedDimension = (typeof computedDimensions)[number]

/** What figures count, each in a table of its own. */
export const factKinds = [
  'instance',
  'service',
  'call',
  'consultation',
  'return',
  'reintegration',
  'project',
  'funding',
  'support',
  'output',
] as const
export type FactKind = (typeof factKinds)[number]

export type DimensionSource =
  | { readonly type: string; readonly field: string; readonly grouped?: boolean }
  | { readonly computed: ComputedDimension }

export interface Dimension {
  readonly id: string
  readonly label: string
  /** Code list of the values; null for years and offices. */
  readonly list: string | null
  /** One unit can have several values, so that shares add up to more than 100. */
  readonly multiple: boolean
  /** The fact tables that have it as a column. */
  readonly facts: readonly FactKind[]
  readonly source: DimensionSource
}

const both: readonly FactKind[] = ['instance', 'service']
/** Who returned, and what they began anew with. */
const ofReturns: readonly FactKind[] = ['return', 'reintegration']
/** Persons, and what was done for them, by who they are. */
const ofPersons: readonly FactKind[] = [...both, ...ofReturns, 'support']
const ofMoney: readonly FactKind[] = ['project', 'funding', 'support']
const ofCalls: readonly FactKind[] = ['call', 'consultation']
const ofOutputs: readonly FactKind[] = ['output']

const computed = (
  id: ComputedDimension,
  label: string,
  list: string | null,
  more: Partial<Dimension> = {},
): Dimension => ({
  id,
  label,
  list,
  multiple: false,
  facts: both,
  source: { computed: id },
  ...more,
})

const own: readonly Dimension[] = [
  computed('year', 'Year', null, { facts: factKinds }),
  computed('month', 'Month', null, { facts: [...ofCalls, ...ofOutputs] }),
  computed('office', 'Mission', null, { facts: factKinds }),
  computed('region', 'Region of the mission', 'region', { facts: factKinds }),
  computed('age_group', 'Children and adults', 'age_group', { facts: ofPersons }),
  computed('age_band', 'Age band', 'age_band', { facts: ['instance'] }),
  computed('category', 'Category', 'category', { facts: ['instance', ...ofOutputs] }),
  computed('determination', 'Determination', 'determination', { facts: ['instance'] }),
  computed('exploitation_type', 'Type of exploitation', 'exploitation_type', { facts: ['instance'] }),
  computed('services', 'Services given', 'service_type', { facts: ['instance'], multiple: true }),
  computed('reintegration', 'Reintegration assistance received', 'reintegration_area', {
    facts: ['reintegration'],
    multiple: true,
  }),
  computed('money_source', 'Project or fund', 'money_source', { facts: ['project'] }),
  computed('project', 'Project', null, { facts: ofMoney }),
  computed('donor', 'Donor', null, { facts: ofMoney, multiple: true }),
  computed('rated', 'Known in US dollars', 'yes_no', { facts: ['funding'] }),
  {
    id: 'project_country',
    label: 'Country of the project',
    list: 'country',
    multiple: true,
    facts: ['project'],
    source: { type: 'project', field: 'countries' },
  },
  {
    id: 'component',
    label: 'Component of the project',
    list: 'project_component',
    multiple: true,
    facts: ['project'],
    source: { type: 'project', field: 'components' },
  },
  {
    id: 'service_type',
    label: 'Service',
    list: 'service_type',
    multiple: false,
    facts: ['service'],
    source: { type: 'service', field: 'type' },
  },
  {
    id: 'exploitation_form',
    label: 'Form of exploitation',
    list: 'exploitation',
    multiple: true,
    facts: ['instance'],
    source: { type: 'episode', field: 'exploitation' },
  },
]

/** Counted under the groups of their list. The finer form has a dimension of its own. */
const grouped: ReadonlySet<string> = new Set(['episode.exploitation'])
/** Services, returns and reintegration are also counted by whom they were for. */
const ofTheReceiver: ReadonlySet<string> = new Set(['person.sex', 'person.nationality'])
/** One record of these a fact, or a series whose latest is in force; all others give several values. */
const single: ReadonlySet<string> = new Set([
  'person',
  'case',
  'determination',
  'service',
  'call',
  'movement',
  'activity',
  'activity_number',
])

/** The dimension that a field feeds; undefined when it feeds none. */
export function dimensionOf(
  type: string,
  name: string,
  field: Field,
  lists: ReadonlyMap<string, CodeList>,
): Dimension | undefined {
  if (field.dimension === undefined) return undefined
  const inGroups = grouped.has(`${type}.${name}`)
  const groupedBy = field.list === undefined ? undefined : lists.get(field.list)?.groupedBy
  return {
    id: field.dimension,
    label: field.label,
    list: inGroups ? (groupedBy ?? null) : (field.list ?? null),
    multiple: field.kind === 'codes' || field.kind === 'marks' || !single.has(type),
    facts: factsOf(type, name),
    source: inGroups ? { type, field: name, grouped: true } : { type, field: name },
  }
}

function factsOf(type: string, name: string): readonly FactKind[] {
  if (type === 'service') return name === 'fund' ? ['service', ...ofMoney] : ['service']
  if (type === 'call') return ofCalls
  if (type === 'movement') return ['return']
  if (type === 'activity' || type === 'activity_number') return ofOutputs
  // Numbers of persons say of which sex.
  if (type === 'person' && name === 'sex') return [...ofPersons, ...ofOutputs]
  return ofTheReceiver.has(`${type}.${name}`) ? ofPersons : ['instance']
}

/** All dimensions of a dictionary, in the order: time and place, then the fields in their declared order. */
export function dimensionsOf(
  types: ReadonlyMap<string, RecordType>,
  lists: ReadonlyMap<string, CodeList>,
): ReadonlyMap<string, Dimension> {
  const found = new Map<string, Dimension>(own.map(d => [d.id, d]))
  for (const [typeId, type] of types) {
    for (const [name, field] of Object.entries(type.fields)) {
      const dimension = dimensionOf(typeId, name, field, lists)
      if (dimension !== undefined) found.set(dimension.id, dimension)
    }
  }
  return found
}
