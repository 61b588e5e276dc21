import { type Counted, countOf } from './combinations.ts'

/** A combination of which two releases tell that few persons came in or left between them. */
export interface Step {
  readonly attributes: readonly number[]
  readonly before: number
  readonly after: number
}

/**
 * Combinations that two releases of overlapping persons show with counts less than `k` apart, or that only one shows with less than k:
 * what is between them is fewer persons than k. For releases without noise; with noise the ledger's sum is what counts.
 */
export function differences(before: Counted, after: Counted, k: number): Step[] {
  const steps: Step[] = []
  const look = (from: Counted, to: Counted, forward: boolean) => {
    for (let length = 1; length <= from.set.longest; length++) {
      from.counts[length]?.forEach((count, at) => {
        const attributes = from.set.attributes(length, at)
        const other = countOf(to, attributes)
        // Each pair is looked at once, from the release that comes first.
        if ((!forward && other > 0) || count === other || Math.abs(count - other) >= k) return
        steps.push({ attributes, before: forward ? count : other, after: forward ? other : count })
      })
    }
  }
  look(before, after, true)
  look(after, before, false)
  return steps
}
