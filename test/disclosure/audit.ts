import { lengthWeights, type NoisePlan, noisePlan, rhoOf } from '#disclosure/accountant.ts'
import { Sensitive } from '#disclosure/boundary.ts'
import { type FactTable, tableOf } from '#disclosure/facts.ts'
import { measure } from '#disclosure/measure.ts'
import { cryptographicBits } from '#disclosure/noise/bits.ts'
import { domainWith } from './tables.ts'

/**
 * A black-box audit of a mechanism: it is run many times on two tables that differ by one person, and an event that was fixed
 * beforehand is counted. If the claim holds, P(event | one) <= e^epsilon P(event | other) + delta both ways; the 97.5 % bounds
 * of Clopper and Pearson on both give an epsilon that the mechanism certainly (95 %) exceeds.
 */

/** What is seen of a release: the noisy single counts and pairs of ten columns of one value each. */
export interface Seen {
  readonly singles: readonly number[]
  readonly pairs: readonly number[]
}

export type Mechanism = (table: FactTable) => Promise<Seen>

export interface Pair {
  readonly name: string
  readonly one: FactTable
  readonly other: FactTable
  readonly event: (seen: Seen) => boolean
}

export const claim = { epsilon: 1, delta: 1e-9 }
const columns = 10
const length = 2
const domain = domainWith(Array.from({ length: columns }, () => 1))
const everything = Array.from({ length: columns }, (_, at) => at)

const planFor = (cap: number) =>
  noisePlan(rhoOf(claim.epsilon, claim.delta), cap, Math.min(length, cap), lengthWeights(Math.min(length, cap)))

/** What goes out of ours: measured under the public cap. */
export const ours: Mechanism = table => seenOf(table, columns)

/** Broken as SDS is: the sensitivity is read off the table, so one rich person changes the noise of everybody. */
export const sensitivityFromTable: Mechanism = table => {
  let most = 1
  for (let p = 0; p < table.persons; p++) most = Math.max(most, (table.starts[p + 1] ?? 0) - (table.starts[p] ?? 0) - 1)
  return seenOf(table, most)
}

/** Broken by carelessness: noise with a sixtieth of its deviation. */
export const tooLittleNoise: Mechanism = table => {
  const { variances, ...plan } = planFor(columns)
  return seenThrough(table, { ...plan, variances: variances.map(variance => Math.ceil(variance / 3600)) })
}

const seenOf = (table: FactTable, cap: number): Promise<Seen> => seenThrough(table, planFor(cap))
const bits = cryptographicBits()

async function seenThrough(table: FactTable, plan: NoisePlan): Promise<Seen> {
  const { value } = await measure(Sensitive.of(table), domain, plan, { fabrication: 0.5, bits })
  return { singles: [...value.singles], pairs: [...(value.noisy[2] ?? [])] }
}

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0)
const crowd = (persons: number, attributes: number) =>
  Array.from({ length: persons }, (_, p) => Array.from({ length: attributes }, (__, at) => (p + at) % columns))

const noValues: number[][] = Array.from({ length: 50 }, () => [])

/** Deviations of the noise of one count under the public cap, and under the cap that a table of poor persons would suggest. */
const wide = Math.sqrt(planFor(columns).variances[1] ?? 1)
const narrow = Math.sqrt(planFor(1).variances[1] ?? 1)

export const pairs: readonly Pair[] = [
  {
    name: 'a person rich in values: their counts',
    one: tableOf(domain, [...crowd(200, 1), everything]),
    other: tableOf(domain, crowd(200, 1)),
    event: ({ singles }) => sum(singles) > 200 + 10,
  },
  {
    name: 'a person rich in values: the noise of everybody',
    one: tableOf(domain, [...crowd(200, 1), everything]),
    other: tableOf(domain, crowd(200, 1)),
    event: ({ singles }) => Math.max(...singles.map(count => Math.abs(count - 20))) > 5 * narrow,
  },
  {
    name: 'a value that one person has',
    one: tableOf(domain, [...crowd(200, 1).map(([a = 0]) => [a === 9 ? 0 : a]), [9]]),
    other: tableOf(
      domain,
      crowd(200, 1).map(([a = 0]) => [a === 9 ? 0 : a]),
    ),
    event: ({ singles }) => (singles[9] ?? 0) > wide,
  },
  {
    name: 'nobody has anything',
    one: tableOf(domain, [...noValues, everything]),
    other: tableOf(domain, noValues),
    event: ({ singles }) => sum(singles) > 5,
  },
]

export interface Verdict {
  readonly name: string
  readonly hits: readonly [one: number, other: number]
  /** The mechanism's epsilon is at least this, with 95 % confidence. */
  readonly epsilonAtLeast: number
}

export async function audit(mechanism: Mechanism, runs: number): Promise<Verdict[]> {
  const verdicts: Verdict[] = []
  for (const { name, one, other, event } of pairs) {
    const hits = [0, 0] as [number, number]
    for (let run = 0; run < runs; run++) {
      if (event(await mechanism(one))) hits[0]++
      if (event(await mechanism(other))) hits[1]++
    }
    verdicts.push({ name, hits, epsilonAtLeast: epsilonAtLeast(hits, runs) })
  }
  return verdicts
}

/** The event and its opposite, each way round. */
function epsilonAtLeast([one, other]: readonly [number, number], runs: number): number {
  const bound = (high: number, low: number) =>
    Math.log(Math.max(1e-300, lowest(high, runs) - claim.delta) / highest(low, runs))
  return Math.max(
    0,
    bound(one, other),
    bound(other, one),
    bound(runs - one, runs - other),
    bound(runs - other, runs - one),
  )
}

/** Clopper and Pearson's bounds of a share, 97.5 % each. */
export function lowest(hits: number, runs: number): number {
  return hits === 0 ? 0 : bisect(p => tailFrom(hits, runs, p) < 0.025)
}

export function highest(hits: number, runs: number): number {
  return hits === runs ? 1 : bisect(p => tailFrom(hits + 1, runs, p) < 0.975)
}

/** The p at which a condition that holds for small ones ends. */
function bisect(holds: (p: number) => boolean): number {
  let [low, high] = [0, 1]
  for (let step = 0; step < 60; step++) {
    const middle = (low + high) / 2
    if (holds(middle)) low = middle
    else high = middle
  }
  return low
}

/** Probability of at least so many hits. */
function tailFrom(hits: number, runs: number, p: number): number {
  let total = 0
  let logarithm = runs * Math.log1p(-p)
  for (let k = 0; k <= runs; k++) {
    if (k >= hits) total += Math.exp(logarithm)
    logarithm += Math.log((runs - k) / (k + 1)) + Math.log(p) - Math.log1p(-p)
  }
  return Math.min(1, total)
}
