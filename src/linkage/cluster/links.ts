/** Scored pairs in memory: records are 0, 1, …; sorted as the engine gave them. */
export interface Links {
  readonly records: number
  readonly left: Int32Array
  readonly right: Int32Array
  /** log2 odds. */
  readonly weight: Float64Array
}

/** What people have decided, which no model overrules. Pairs of records. */
export interface Decisions {
  readonly same: readonly (readonly [number, number])[]
  readonly different: readonly (readonly [number, number])[]
}

export const noDecisions: Decisions = { same: [], different: [] }

/** Numbers of the links from the strongest to the weakest; equal ones in the order of their records, never of the file. */
export function strongestFirst({ left, right, weight }: Links, least: number): Int32Array {
  const order = Int32Array.from(weight.keys()).filter(i => (weight[i] as number) >= least)
  return order.sort(
    (a, b) =>
      (weight[b] as number) - (weight[a] as number) ||
      (left[a] as number) - (left[b] as number) ||
      (right[a] as number) - (right[b] as number),
  )
}
