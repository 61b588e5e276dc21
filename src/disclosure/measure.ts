import { addNoise, type Released, type Sensitive } from './boundary.ts'
import { everyAttribute, extended, nobodyAsked } from './candidates.ts'
import { type Combinations, type Counted, filtered } from './combinations.ts'
import type { NoisePlan } from './accountant.ts'
import { type CountOptions, countCombinations } from './count.ts'
import { estimated } from './estimate.ts'
import { expectedCounts, expectedSingles } from './expected.ts'
import type { Domain, FactTable } from './facts.ts'
import type { BitSource } from './noise/bits.ts'
import { DisclosureProblem } from './problem.ts'

/** Noisy counts of what was kept, level by level. */
export interface Measured {
  /** What passed the threshold of its length, and whose parts all did. */
  readonly set: Combinations
  /** By level, in the order of the set; level 0 is the number of persons. */
  readonly noisy: readonly Int32Array[]
  /** Better guesses of the same counts, and how far off they are expected to be, a variance. */
  readonly estimates: readonly Float64Array[]
  readonly variances: readonly Float64Array[]
  /** Every attribute of the public lists, kept or not. */
  readonly singles: Int32Array
  /** By level: combinations that nobody has which are expected among those kept. */
  readonly expectedSpurious: readonly number[]
  /** How many combinations of each length were asked for. */
  readonly asked: readonly number[]
}

export interface MeasureOptions extends CountOptions {
  /**
   * Share of the kept combinations of the longest length that may be expected to stand for nobody. Each shorter length has half of the
   * next one's, because what stands for nobody brings longer combinations with it.
   */
  readonly fabrication: number
  readonly bits: BitSource
}

/**
 * Measures a table up to the length of the plan: per length the counts of all candidates, each with its own noise, of which those are
 * kept that pass the threshold. The candidates of a length follow from what was released of the length before it.
 */
export async function measure(
  table: Sensitive<FactTable>,
  domain: Domain,
  plan: NoisePlan,
  options: MeasureOptions,
): Promise<Released<Measured>> {
  const longest = Math.min(plan.variances.length - 1, domain.groups)
  const counted = await table.mapLater(facts => countCombinations(facts, longest, options))
  let found = addNoise(countsFor(counted, nobodyAsked(), 0), plan.variances[0] ?? 1, options.bits).map(
    (persons): Measured => ({
      set: nobodyAsked(),
      noisy: [persons],
      estimates: [Float64Array.from(persons)],
      variances: [Float64Array.of(plan.variances[0] ?? 1)],
      singles: new Int32Array(),
      expectedSpurious: [0],
      asked: [1],
    }),
  )
  for (let length = 1; length <= longest; length++) {
    if (options.signal?.aborted === true) throw new DisclosureProblem('stopped_charged')
    const candidates = length === 1 ? everyAttribute(domain) : extended(found.value.set, domain)
    const variance = plan.variances[length] ?? 1
    const noisy = addNoise(countsFor(counted, candidates, length), variance, options.bits)
    const share = options.fabrication / 2 ** (longest - length)
    found = found.with(noisy).map(([before, counts]) => withLevel(before, candidates, counts, variance, share))
  }
  return found
}

/** The measured set with one more level: those of the candidates that pass the threshold. */
function withLevel(
  before: Measured,
  candidates: Combinations,
  noisy: Int32Array,
  variance: number,
  share: number,
): Measured {
  const length = candidates.longest
  const expected =
    length === 1 ? expectedSingles(noisy, variance) : expectedCounts(candidates, length, before.set, before.estimates)
  const { estimate, variance: left, keep, expectedSpurious } = estimated(noisy, expected, variance, share)
  const { set, places } = filtered(candidates, (level, at) => level < length || keep[at] === 1)
  const chosen = places[length] ?? new Int32Array()
  return {
    set,
    noisy: [...before.noisy, chosen.map(at => noisy[at] ?? 0)],
    estimates: [...before.estimates, Float64Array.from(chosen, at => estimate[at] ?? 0)],
    variances: [...before.variances, Float64Array.from(chosen, at => left[at] ?? variance)],
    singles: length === 1 ? noisy : before.singles,
    expectedSpurious: [...before.expectedSpurious, expectedSpurious],
    asked: [...before.asked, noisy.length],
  }
}

/** Exact counts of the candidates of one length; nobody has those that the table does not. */
function countsFor(counted: Sensitive<Counted>, candidates: Combinations, length: number): Sensitive<Int32Array> {
  return counted.map(({ set, counts }) => {
    const size = candidates.lengthAt(length)
    const exact = new Int32Array(size)
    for (let at = 0; at < size; at++) {
      const place = set.find(candidates.attributes(length, at))
      exact[at] = place < 0 ? 0 : (counts[length]?.[place] ?? 0)
    }
    return exact
  })
}
