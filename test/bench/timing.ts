/** Milliseconds of many calls, and what is said of them. */
export interface Timing {
  readonly count: number
  readonly p50: number
  readonly p95: number
  readonly highest: number
}

/** Nearest rank: the smallest value that at least `share` of all values do not exceed. */
export function percentile(sorted: readonly number[], share: number): number {
  const rank = Math.max(1, Math.ceil(share * sorted.length))
  return sorted[rank - 1] ?? Number.NaN
}

export function timingOf(values: readonly number[]): Timing {
  const sorted = values.toSorted((a, b) => a - b)
  return {
    count: sorted.length,
    p50: percentile(sorted, 0.5),
    p95: percentile(sorted, 0.95),
    highest: sorted.at(-1) ?? Number.NaN,
  }
}
