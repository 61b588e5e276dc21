/** Pairs by pattern: `digits[c][i]` is the digit of comparison c in pattern i, `counts[i]` the pairs that have it. */
export interface PatternCounts {
  readonly digits: readonly Uint8Array[]
  readonly counts: Float64Array
}

/** Chances of each level of each comparison; index 0 is the best level (digit 1). */
export type Levels = readonly (readonly number[])[]
