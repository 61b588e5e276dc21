import { cut, type Merge } from '../cluster/average.ts'
import { leastWeight } from '../cluster/cluster.ts'
import type { Links } from '../cluster/links.ts'
import { chance } from '../train/em.ts'
import { randomFrom } from '../train/random.ts'
import { missedPairs } from './missed.ts'

/** How many persons the records are. Written to count.json. */
export interface PersonCount {
  readonly records: number
  /** Expected number, over links that are uncertain and links that blocking missed. */
  readonly persons: number
  /** Nine times in ten the true number lies between these. */
  readonly interval: { readonly level: 0.9; readonly from: number; readonly to: number }
  /** Persons when links count from this probability on. */
  readonly at: readonly { readonly probability: number; readonly persons: number }[]
  /** Half the records: what is left when everybody is thought to be registered twice. */
  readonly halving: number
  /** What blocking is thought to have missed. */
  readonly missed: { readonly pairs: number; readonly persons: number; readonly recall: number }
}

export interface Counting {
  readonly links: Links
  /** Bits of the rules that found each link. */
  readonly rules: Int32Array
  /** Some rule compares all pairs. */
  readonly complete: boolean
  readonly order: readonly Merge[]
  readonly seed: number
}

/**
 * A model is wrong in the same direction for all pairs: its weights are off by so many bits (standard deviation). Set so that files with a
 * known number of persons hold it; with 2 bits the dirtiest of them (fake_1000) did not.
 */
const weightError = 2.5
/** The same of the number of pairs missed, as a factor: standard deviation of its logarithm. */
const missedError = 0.7
const draws = 2_000
const thresholds = [0.5, 0.95, 0.99]

/** The count of persons with what is not known about it: see docs/linkage.md, "The count". */
export function countPersons(counting: Counting): PersonCount {
  const { links, order, complete, rules } = counting
  const { records } = links
  const missed = missedPairs(rules, links.weight.map(chance), complete)
  const expected = order.reduce((sum, merge) => sum + chance(merge.weight), 0)
  const unlinked = missedMerges(counting, missed.recall)
  const [from, to] = interval(counting, unlinked)
  const persons = clamp(records - expected - unlinked, records)
  return {
    records,
    persons: Math.round(persons),
    interval: {
      level: 0.9,
      from: Math.min(Math.floor(from), Math.round(persons)),
      to: Math.max(Math.ceil(to), Math.round(persons)),
    },
    at: thresholds.map(probability => ({
      probability,
      persons: records - order.filter(merge => merge.weight >= leastWeight(probability)).length,
    })),
    halving: Math.round(records / 2),
    missed: { pairs: Math.round(missed.missed), persons: Math.round(unlinked), recall: missed.recall },
  }
}

const clamp = (persons: number, records: number): number => Math.min(Math.max(persons, 1), records)

/**
 * Merges that missed pairs would have brought. In a group of two, each missed pair is a person counted twice; in a larger
 * one a record stands alone only when all its pairs were missed.
 */
function missedMerges({ links: { records }, order }: Counting, recall: number): number {
  const miss = 1 - recall
  if (miss === 0) return 0
  const sizes = new Map<number, number>()
  for (const person of cut(records, order, 0)) sizes.set(person, (sizes.get(person) ?? 0) + 1)
  let merges = 0
  for (const size of sizes.values()) {
    if (size === 2) merges += miss / recall
    if (size > 2) merges += size * miss ** (size - 1)
  }
  return merges
}

/** Draws the number of persons again and again: weights off together, links by their chances, missed pairs by a factor. */
function interval({ links: { records }, order, seed }: Counting, unlinked: number): [number, number] {
  const random = randomFrom(seed + 1)
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random())
  const weights = histogram(order.map(merge => merge.weight))
  const found = Array.from({ length: draws }, () => {
    const off = weightError * normal()
    let merged = 0
    let variance = 0
    for (const { weight, count } of weights) {
      const p = chance(weight + off)
      merged += count * p
      variance += count * p * (1 - p)
    }
    const missed = unlinked * Math.exp(missedError * normal())
    return clamp(records - (merged + Math.sqrt(variance) * normal()) - (missed + Math.sqrt(missed) * normal()), records)
  }).toSorted((a, b) => a - b)
  return [found[Math.floor(0.05 * draws)] as number, found[Math.ceil(0.95 * draws) - 1] as number]
}

/** Weights to a tenth of a bit: a million merges become a few hundred. Beyond 40 bits nothing is uncertain. */
function histogram(weights: readonly number[]): { weight: number; count: number }[] {
  const counts = new Map<number, number>()
  for (const weight of weights) {
    const bin = Math.min(400, Math.round(weight * 10))
    counts.set(bin, (counts.get(bin) ?? 0) + 1)
  }
  return [...counts].map(([bin, count]) => ({ weight: bin / 10, count }))
}
