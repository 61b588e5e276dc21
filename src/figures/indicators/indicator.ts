import type { FactKind } from '#dictionary/dimensions.ts'

/** How units are told apart in a fact table: what one unit is follows from the table and this. */
export type Measure =
  | 'count' // sum of the column count
  | 'usd' // sum of US dollars
  | 'person' // distinct persons; linked records are one
  | 'case' // distinct cases
  | 'incident' // distinct events that cases name
  | 'caller' // distinct persons who called, and those that missions counted
  | 'latest' // of each series the latest number, summed
  | 'value' // distinct known values of the dimension `distinct`

export const units = [
  'person',
  'case',
  'instance',
  'incident',
  'service',
  'call',
  'consultation',
  'project',
  'country',
  'USD',
  'participant',
  'material',
  'reach',
  'organisation',
  'interview',
  'publication',
] as const
export type Unit = (typeof units)[number]

/**
 * Over which time a number is counted, when a year is asked for: within the year; as it stood on its last day; from the
 * first record to the end of the year; from the indicator's own first year to the end of the year.
 */
export type Accumulation = 'in_period' | 'as_of' | 'to_date' | 'since'

/**
 * What can be counted, as data. An indicator has exactly one unit, and a query has exactly one indicator: a sum of
 * instances and persons cannot be asked for. Adding one is one entry: command line, API and app list what is here.
 */
export interface Indicator {
  readonly id: string
  readonly label: string
  readonly unit: Unit
  readonly definition: string
  /** What it is called in a sentence after a number: “instance of assistance”, “instances of assistance”. */
  readonly wording: { readonly one: string; readonly other: string }
  /** The fact table it is counted from; its dimensions are those that this table has. */
  readonly facts: FactKind
  readonly measure: Measure
  /** Of `value`: the dimension whose values are the units. */
  readonly distinct?: string
  /** Conditions that always hold, beside those of a query: dimension id -> values, any of which may hold. */
  readonly only?: Readonly<Record<string, readonly string[]>>
  readonly accumulation: Accumulation
  /** Of `since`: the first year that is counted. */
  readonly since?: number
  /** Each unit has one value, also in dimensions that hold several elsewhere: no share of it exceeds the whole. */
  readonly oneAnswer?: true
  /** Codes of remarks that always belong to it, beside those that hold for every figure. */
  readonly caveats: readonly string[]
}
