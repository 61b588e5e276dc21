import { byCode } from '#dictionary/answer.ts'
import type { Figure, Remark } from './figure-shape.ts'
import { nounOf } from './share-sentence.ts'
import { grouped, remark, say } from './words.ts'

/** Two numbers of one indicator, earlier and later, and what lies between; pure. */
export interface Change {
  readonly before: number | null
  readonly after: number | null
  /** Later less earlier; null where either is not available or the two are not comparable. */
  readonly difference: number | null
  /** Whole percent of the earlier number, half up in size; null as above, and where the earlier number is 0. */
  readonly percent: number | null
}

export function changeOf(before: number | null, after: number | null, comparable: boolean): Change {
  const known = comparable && before !== null && after !== null
  const difference = known ? after - before : null
  return { before, after, difference, percent: known ? percentOf(after - before, before) : null }
}

/** −326 of 1,866 is −17 (17.47); +23 of 184 is 13 (12.5). In integers. */
function percentOf(difference: number, base: number): number | null {
  if (base === 0) return null
  const size = Number((200n * BigInt(Math.abs(difference)) + BigInt(base)) / (2n * BigInt(base)))
  return difference < 0 && size !== 0 ? -size : size
}

/** Why the two figures themselves cannot be compared; which offices reported is judged apart. */
export function unlikeness(before: Figure, after: Figure): Remark[] {
  const found: Remark[] = []
  if (before.indicator !== after.indicator || before.unit !== after.unit)
    found.push(remark('other_indicator', { one: before.label, other: after.label }))
  if (before.period.label === after.period.label) found.push(remark('same_period', { period: after.period.label }))
  if (conditionsOf(before) !== conditionsOf(after) || dimensionsOf(before) !== dimensionsOf(after))
    found.push(remark('other_conditions'))
  for (const { base, period } of [before, after])
    if (base.n === null) found.push(remark('not_available_in', { period: period.label }))
  return found
}

/**
 * “1,540 instances of assistance in 2011, 17% fewer than in 2008 (1,866)”. Never that trafficking rose or fell: what is
 * counted is assistance.
 */
export function changeSentence(
  figure: Pick<Figure, 'indicator'>,
  o: {
    readonly change: Change
    readonly earlier: string
    readonly later: string
    readonly reasons: readonly Remark[]
  },
): string {
  const { before, after, difference, percent } = o.change
  if (o.reasons.length > 0 || before === null || after === null || difference === null)
    return say('change_not_comparable', { reasons: o.reasons.map(({ text }) => text).join('; ') })
  const values = {
    before: grouped(before),
    after: grouped(after),
    earlier: o.earlier,
    later: o.later,
    noun: nounOf(figure.indicator, after),
    percent: String(Math.abs(percent ?? 0)),
  }
  if (difference === 0) return say('change_same', values)
  if (percent === null) return say('change_none', values)
  return say(difference > 0 ? 'change_up' : 'change_down', values)
}

/** What a figure was asked under, without the years. */
function conditionsOf({ where }: Figure): string {
  const others = Object.entries(where).filter(([id]) => id !== 'year')
  return JSON.stringify(others.sort(([a], [b]) => byCode(a, b)))
}

const dimensionsOf = ({ by, base }: Figure): string => JSON.stringify([by.map(({ id }) => id), base.of])
