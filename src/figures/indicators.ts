import type { FactKind } from '#dictionary/dimensions.ts'

/**
 * What can be counted, as data. An indicator has exactly one unit, and a query has exactly one indicator: a sum of
 * instances and persons cannot be asked for.
 */
export type Measure =
  | 'count' // sum of the column count
  | 'person' // distinct persons; linked records are one
  | 'case' // distinct cases
  | 'incident' // distinct events that cases name
  | 'caller' // distinct persons who called, and those that missions counted

export interface Indicator {
  readonly id: string
  readonly label: string
  readonly unit: 'instance' | 'person' | 'case' | 'incident' | 'service' | 'call' | 'consultation'
  readonly definition: string
  /** The fact table it is counted from; its dimensions are those that this table has. */
  readonly facts: FactKind
  readonly measure: Measure
  /** Codes of remarks that always belong to it, beside those that hold for every figure. */
  readonly caveats: readonly string[]
}

const declared: readonly Indicator[] = [
  {
    id: 'instances',
    label: 'Instances of assistance',
    unit: 'instance',
    definition: 'One mission assisting one person in one year is one instance of assistance.',
    facts: 'instance',
    measure: 'count',
    caveats: ['possible_double_counts'],
  },
  {
    id: 'persons',
    label: 'Persons assisted',
    unit: 'person',
    definition: 'Distinct persons with at least one instance of assistance; records linked as the same person are one.',
    facts: 'instance',
    measure: 'person',
    caveats: ['links_as_known'],
  },
  {
    id: 'cases',
    label: 'Cases with assistance',
    unit: 'case',
    definition: 'Distinct cases, one mission’s file on one person each, with at least one instance of assistance.',
    facts: 'instance',
    measure: 'case',
    caveats: ['possible_double_counts'],
  },
  {
    id: 'incidents',
    label: 'Incidents',
    unit: 'incident',
    definition: 'Distinct events, such as a vessel or a raid, of which at least one assisted person’s case is part.',
    facts: 'instance',
    measure: 'incident',
    caveats: ['incidents_as_recorded'],
  },
  {
    id: 'services',
    label: 'Services given',
    unit: 'service',
    definition: 'Each service recorded as given, however many a person received.',
    facts: 'service',
    measure: 'count',
    caveats: ['services_as_recorded'],
  },
  {
    id: 'calls',
    label: 'Hotline contacts',
    unit: 'call',
    definition: 'Each call, chat or message answered by a hotline, however many topics it held and whoever called.',
    facts: 'call',
    measure: 'count',
    caveats: ['calls_are_not_persons'],
  },
  {
    id: 'consultations',
    label: 'Consultations',
    unit: 'consultation',
    definition: 'Each topic answered in a hotline contact; one contact holds none, one or several.',
    facts: 'consultation',
    measure: 'count',
    caveats: ['calls_are_not_persons'],
  },
  {
    id: 'callers',
    label: 'Persons who called',
    unit: 'person',
    definition: 'Distinct persons whose contact led to a case, and persons counted by missions that share totals.',
    facts: 'call',
    measure: 'caller',
    caveats: ['links_as_known'],
  },
]

export const ofHotline = (indicator: Pick<Indicator, 'facts'>): boolean =>
  indicator.facts === 'call' || indicator.facts === 'consultation'

export const indicators: ReadonlyMap<string, Indicator> = new Map(declared.map(each => [each.id, each]))
