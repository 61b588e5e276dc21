import type { Content } from '#dictionary/answer.ts'
import { plainText } from '#dictionary/answer.ts'
import { codeOf, type Dictionary } from '#dictionary/dictionary.ts'
import { firstDay, lastDay, parsePartialDate } from '#dictionary/partial-date.ts'

/** What one number of an activity says: of which unit, over which time, and of which series it is part. Pure. */

/**
 * Over which time a number is counted. Numbers of the first kind add up over periods; of the three others the latest is
 * in force and an earlier one is never added to it.
 */
export const accumulations = ['in_period', 'as_of', 'to_date', 'since'] as const
export type Accumulation = (typeof accumulations)[number]

export function accumulationOf(content: Content): Accumulation | null {
  return accumulations.find(each => each === content.accumulation) ?? null
}

/** The unit of a measure (`output_unit`): each measure has one. Null where the measure is not a known code. */
export function unitOf(d: Dictionary, measure: Content[string] | undefined): string | null {
  return codeOf(d, 'output_measure', plainText(measure))?.group ?? null
}

/** First and last day that a number is about, `yyyy-mm-dd`; the first is null of a number as of a day or to date. */
export function spanOf(content: Content): { readonly from: string | null; readonly to: string } | null {
  const to = parsePartialDate(plainText(content.to))
  if (to === null) return null
  const from = parsePartialDate(plainText(content.from))
  switch (accumulationOf(content)) {
    case 'in_period':
      return { from: firstDay(from ?? to), to: lastDay(to) }
    case 'since':
      return from === null ? null : { from: firstDay(from), to: lastDay(to) }
    case 'as_of':
    case 'to_date':
      return { from: null, to: lastDay(to) }
    default:
      return null
  }
}

/**
 * Which numbers tell of the same thing at different days: same activity, measure, breakdown, way of counting and first
 * day. Of a series the latest is in force. A number of a period is a series of its own, so that all of them add up.
 */
export function seriesOf(record: { readonly id: string; readonly content: Content }): string {
  const { content } = record
  if (content.accumulation === 'in_period') return record.id
  return ['activity', 'measure', 'sex', 'category', 'participants', 'material', 'accumulation', 'from']
    .map(field => plainText(content[field]))
    .join('|')
}

/** Of each series the latest number up to `day`, in the order in which the series first appear. */
export function inForce<T extends { readonly id: string; readonly content: Content }>(
  numbers: readonly T[],
  day: string,
): T[] {
  const latest = new Map<string, T>()
  for (const number of numbers) {
    const to = spanOf(number.content)?.to
    if (to === undefined || to > day) continue
    const key = seriesOf(number)
    const known = latest.get(key)
    const knownTo = known === undefined ? '' : (spanOf(known.content)?.to ?? '')
    if (known === undefined || to > knownTo || (to === knownTo && number.id > known.id)) latest.set(key, number)
  }
  return [...latest.values()]
}

/** Breakdown -> the units that have it. Copies of a leaflet have no sex. */
const unitsWith: Readonly<Record<string, readonly string[]>> = {
  sex: ['person', 'participant'],
  category: ['person'],
  participants: ['participant'],
  material: ['material'],
}

/** Breakdowns that a number of this unit may not have. */
export const foreignFields = (unit: string): readonly string[] =>
  Object.keys(unitsWith).filter(field => !unitsWith[field]?.includes(unit))
