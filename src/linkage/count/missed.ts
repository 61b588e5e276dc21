/**
 * True pairs that no blocking rule found, from how many rules found the others: pairs found by one rule only and by two
 * tell how many were found by none (Chao 1987, bias-corrected: f1 (f1 - 1) / (2 (f2 + 1))). A lower bound when some pairs
 * are harder to find for every rule, which is why the count's interval is wider on this side.
 */
export interface Missed {
  /** Expected true pairs among the scored ones. */
  readonly found: number
  /** Expected true pairs that no rule found. */
  readonly missed: number
  /** found / (found + missed). */
  readonly recall: number
}

/** @param rules bits of the rules that found each link. @param chances chance of a match of each link. @param complete a rule compares all pairs. */
export function missedPairs(rules: Int32Array, chances: Float64Array, complete: boolean): Missed {
  const byNumber = [0, 0, 0]
  let found = 0
  for (let i = 0; i < rules.length; i++) {
    const chance = chances[i] as number
    const number = ones(rules[i] as number)
    found += chance
    if (number <= 2) byNumber[number] = (byNumber[number] ?? 0) + chance
  }
  const [, one = 0, two = 0] = byNumber
  const missed = complete ? 0 : Math.max(0, (one * (one - 1)) / (2 * (two + 1)))
  return { found, missed, recall: found === 0 ? 1 : found / (found + missed) }
}

function ones(bits: number): number {
  let count = 0
  for (let rest = bits; rest !== 0; rest &= rest - 1) count++
  return count
}
