import { density, upperTail } from './normal.ts'

/** Noisy counts of one length, read in the light of what shorter combinations let one expect. Post-processing throughout. */
export interface Estimated {
  /** The better guess of each count, whole or not. */
  readonly estimate: Float64Array
  /** How far off it is expected to be: a variance. */
  readonly variance: Float64Array
  /** 1 for those that are kept. */
  readonly keep: Uint8Array
  /** How many of those kept are expected to be combinations that nobody has. */
  readonly expectedSpurious: number
}

const fewest = 150
const mostStrata = 16

/** Combinations of like expectation, and what their noisy counts say of them together. */
interface Stratum {
  readonly members: Int32Array
  /** Variance of true counts about their expectation. */
  readonly spread: number
  /** How much likelier each noisy count is if nobody has the combination than if it has the expected count. */
  readonly ratios: Float64Array
}

/**
 * Counts of like expectation are taken together. How far they lie from it beyond what noise explains says how much it is worth: each
 * noisy count is drawn towards its expectation by the share of its distance that is noise (empirical Bayes). Where the
 * expectation is worth nothing, the noisy count stays as it is.
 *
 * In each such stratum the counts from a threshold on are kept. Thresholds are as low as they can be for the expected number of those
 * kept that nobody has to be within `share` of the number kept, at the same rate in every stratum.
 */
export function estimated(noisy: Int32Array, expected: Float64Array, variance: number, share: number): Estimated {
  const estimate = Float64Array.from(noisy)
  const left = new Float64Array(noisy.length).fill(variance)
  const strata = strataOf(noisy, expected, variance)
  for (const { members, spread } of strata) {
    if (members.length < 30) continue
    const trust = Math.max(0.02, spread / (spread + variance))
    for (const at of members) {
      const guess = expected[at] ?? 0
      estimate[at] = guess + trust * ((noisy[at] ?? 0) - guess)
      left[at] = trust * variance
    }
  }
  const ladders = strata.map(({ members }, s) => {
    const nobody = members.length * shareOfNobody(strata.slice(Math.max(0, s - 2), s + 3))
    return ladder(members, noisy, estimate, nobody, Math.sqrt(variance))
  })
  const steps = atShare(ladders, share)
  const keep = new Uint8Array(noisy.length)
  let expectedSpurious = 0
  ladders.forEach(({ order, spurious }, s) => {
    const count = steps[s] ?? 0
    for (const at of order.subarray(0, count)) keep[at] = 1
    expectedSpurious += count === 0 ? 0 : (spurious[count - 1] ?? 0)
  })
  return { estimate, variance: left, keep, expectedSpurious }
}

function strataOf(noisy: Int32Array, expected: Float64Array, variance: number): Stratum[] {
  const order = Int32Array.from(noisy.keys()).sort((a, b) => (expected[a] ?? 0) - (expected[b] ?? 0))
  const count = Math.max(1, Math.min(mostStrata, Math.floor(noisy.length / fewest)))
  const cut = (s: number) => Math.round((s * order.length) / count)
  return Array.from({ length: count }, (_, s) => stratum(order.subarray(cut(s), cut(s + 1)), noisy, expected, variance))
}

function stratum(members: Int32Array, noisy: Int32Array, expected: Float64Array, variance: number): Stratum {
  let squares = 0
  for (const at of members) squares += ((noisy[at] ?? 0) - (expected[at] ?? 0)) ** 2
  const spread = Math.max(0, squares / Math.max(1, members.length) - variance)
  const ratios = Float64Array.from(members, at => {
    const [seen, guess] = [noisy[at] ?? 0, expected[at] ?? 0]
    // A spread wider than the expectation allows would put somebody's counts where only nobody's are: below zero.
    const own = variance + Math.min(spread, (guess / 3) ** 2)
    return density(seen, variance) / Math.max(1e-300, density(seen - guess, own))
  })
  return { members, spread, ratios }
}

/**
 * Share of the combinations that nobody has: the likeliest one for these counts (by expectation and maximisation, two kinds mixed),
 * and one standard error more. True counts far below their expectation are taken for nobody, which errs to the safe side.
 */
function shareOfNobody(strata: readonly Stratum[]): number {
  const count = strata.reduce((sum, { ratios }) => sum + ratios.length, 0)
  let share = 0.5
  for (let step = 0; step < 60; step++) {
    let sum = 0
    for (const { ratios } of strata) for (const ratio of ratios) sum += (share * ratio) / (share * ratio + 1 - share)
    const next = Math.min(1 - 1e-9, sum / Math.max(1, count))
    if (Math.abs(next - share) < 1e-5) break
    share = next
  }
  let information = 0
  for (const { ratios } of strata)
    for (const ratio of ratios) information += ((ratio - 1) / (share * ratio + 1 - share)) ** 2
  return Math.min(1, share + 1 / Math.sqrt(Math.max(1e-9, information)))
}

/** A stratum's counts from the largest down, and how many that nobody has are expected among those down to each. */
interface Ladder {
  readonly order: Int32Array
  readonly spurious: Float64Array
}

function ladder(
  members: Int32Array,
  noisy: Int32Array,
  estimate: Float64Array,
  nobody: number,
  deviation: number,
): Ladder {
  const order = members.filter(at => (estimate[at] ?? 0) >= 0.5).sort((a, b) => (noisy[b] ?? 0) - (noisy[a] ?? 0))
  const spurious = Float64Array.from(order, at => nobody * upperTail(((noisy[at] ?? 0) - 0.5) / deviation))
  return { order, spurious }
}

/** How many each ladder keeps, at the highest rate at which all together are within the share. */
function atShare(ladders: readonly Ladder[], share: number): number[] {
  let [low, high] = [0, 1]
  for (let step = 0; step < 30; step++) {
    const middle = (low + high) / 2
    if (within(ladders, atRate(ladders, middle), share)) low = middle
    else high = middle
  }
  return atRate(ladders, within(ladders, atRate(ladders, 1), share) ? 1 : low)
}

function within(ladders: readonly Ladder[], counts: readonly number[], share: number): boolean {
  let [kept, spurious] = [0, 0]
  ladders.forEach((each, s) => {
    const count = counts[s] ?? 0
    kept += count
    spurious += count === 0 ? 0 : (each.spurious[count - 1] ?? 0)
  })
  return spurious <= share * kept
}

function atRate(ladders: readonly Ladder[], rate: number): number[] {
  return ladders.map(({ spurious }) => {
    let count = spurious.length
    while (count > 0 && (spurious[count - 1] ?? 0) > rate * count) count--
    return count
  })
}
