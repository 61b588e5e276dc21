import type { RecordView } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type DimensionValue, dimensionsOf, type OfficeFact } from '../fact-dimensions.ts'
import { accumulationOf, seriesOf, spanOf } from './output.ts'

/** What figures count of an activity: one row a number, with its activity's pillar, kind and countries. */
export interface OutputFact {
  readonly record: string
  readonly office: string
  /** In which its time ends. */
  readonly year: number
  /** The last day it is about, `yyyy-mm-dd`: of one series the latest is in force. */
  readonly day: string
  readonly series: string
  readonly count: number
  readonly dims: Readonly<Record<string, DimensionValue>>
}

/** Null: the number is not complete, or its activity did not take place. */
export function outputFact(
  d: Dictionary,
  o: { readonly number: RecordView; readonly activity: RecordView | null; readonly office: OfficeFact },
): OutputFact | null {
  const { number, activity, office } = o
  const { content } = number
  const span = spanOf(content)
  if (span === null || accumulationOf(content) === null || typeof content.number !== 'number') return null
  if (activity?.content.state === 'cancelled') return null
  const year = Number(span.to.slice(0, 4))
  return {
    record: number.id,
    office: office.id,
    year,
    day: span.to,
    series: seriesOf(number),
    count: content.number,
    dims: dimensionsOf(d, 'output', { kind: 'output', number, activity, office, year }),
  }
}
