import type { Period } from './period.ts'
import type { Printed } from './value.ts'

/** What kind of statement a claim is. The file may leave it out where the value tells: a percent is a share. */
export const measures = [
  'count',
  'share',
  'change',
  'average',
  'crossover', // the first year in which one category was above another
  'threshold', // how many of the members are above or below a share
  'list', // a set: countries, donors
  'name', // what something is called
  'figure', // the caption of a figure
  'external', // taken from elsewhere, never computed
] as const
export type Measure = (typeof measures)[number]

export const accumulations = ['in_period', 'as_of', 'to_date', 'since'] as const
export type Accumulation = (typeof accumulations)[number]

export interface Threshold {
  readonly sign: '>' | '≥' | '<' | '≤'
  /** Percent, in ten-thousandths. */
  readonly at: number
}

/** One published statement, with what is needed to hold it against the others. Null: the report does not say. */
export interface Claim {
  readonly id: string
  /** Line of the file; null when it comes from a report. */
  readonly line: number | null
  readonly indicator: string
  readonly unit: string | null
  readonly measure: Measure
  /** As printed, for showing. */
  readonly printed: string
  /** The number; null for statements in words (list, name, figure). */
  readonly value: Printed | null
  readonly dimension: string | null
  readonly category: string | null
  readonly response: 'single' | 'multiple'
  /** partial: "the top ten", "among others": the parts are not meant to be all. */
  readonly parts: 'complete' | 'partial'
  /** Id of the claim that this is a part of. */
  readonly partOf: string | null
  /** Id of a claim, or a number. */
  readonly base: string | null
  readonly period: Period | null
  readonly accumulation: Accumulation | null
  /** Of whom or where: a region, a country, a project. */
  readonly scope: string | null
  /** Ids of claims, or a number for the start. */
  readonly changeFrom: string | null
  readonly changeTo: string | null
  readonly changeBaseYear: number | null
  /** The category that a crossover is over. */
  readonly against: string | null
  readonly threshold: Threshold | null
  readonly members: readonly string[]
  readonly source: string | null
  readonly coverage: string | null
  /** First and last day of what is stated: a month is all of it. */
  readonly cutOff: { readonly from: string; readonly to: string } | null
  readonly published: { readonly from: string; readonly to: string } | null
  readonly section: string | null
  readonly figure: number | null
  readonly note: string | null
  /** The sentence it stands in. */
  readonly text: string | null
  /** Small numbers must not be shown. */
  readonly public: boolean
  /** The smallest number of persons that may be shown. */
  readonly smallest: number
}

/** A claim that says nothing yet; the doors fill it. */
export const blankClaim: Omit<Claim, 'id' | 'indicator' | 'measure' | 'printed' | 'value'> = {
  line: null,
  unit: null,
  dimension: null,
  category: null,
  response: 'single',
  parts: 'complete',
  partOf: null,
  base: null,
  period: null,
  accumulation: null,
  scope: null,
  changeFrom: null,
  changeTo: null,
  changeBaseYear: null,
  against: null,
  threshold: null,
  members: [],
  source: null,
  coverage: null,
  cutOff: null,
  published: null,
  section: null,
  figure: null,
  note: null,
  text: null,
  public: false,
  smallest: 5,
}
