import type { Levels, PatternCounts } from './patterns.ts'

/**
 * Columns that go together among strangers: who shares a nationality more often shares a name. Taken as independent, such
 * agreements count twice and strangers become one person. So chance agreement is a tree (Chow & Liu 1968): each comparison
 * may lean on one other, and its u then depends on the level that the other one reached. Among pairs of one person
 * comparisons stay independent.
 */
export interface Leaning {
  /** The comparison leant on. */
  readonly on: number
  /** u of each level, for each level of that comparison. */
  readonly u: Levels
}

/** For each comparison what it leans on; null: nothing. */
export type Dependence = readonly (Leaning | null)[]

export const independent = (comparisons: number): Dependence => Array.from({ length: comparisons }, () => null)

/** Bits of mutual information below which two comparisons are taken as independent. */
const leastInformation = 0.0005
/** So many imagined pairs that agree as the level does on average; a table of few pairs claims little. */
const imagined = 40

/** Finds the tree that says most of how levels go together, from blind pairs that count by `weight` (1: a stranger for sure). */
export function dependenceOf(patterns: PatternCounts, u: Levels, weight: (pattern: number) => number): Dependence {
  const tables = u.map((_, a) => u.map((__, b) => (b > a ? jointOf(patterns, { a, b }, u, weight) : null)))
  const joint = (a: number, b: number) => (a < b ? tables[a]?.[b] : tables[b]?.[a]) ?? []
  const all = patterns.counts.reduce((sum, count, i) => sum + count * weight(i), 0)
  const information = u.map((_, a) => u.map((__, b) => (a === b ? 0 : informationOf(joint(a, b), all))))
  const parent = spanningTree(information)
  return parent.map((on, child) => {
    if (on === null) return null
    const table = child < on ? transposed(joint(child, on)) : joint(on, child)
    return { on, u: table.map(row => conditional(row, u[child] ?? [])) }
  })
}

type Table = readonly (readonly number[])[]

/** Pairs by the levels of two comparisons, where both speak. */
function jointOf(
  patterns: PatternCounts,
  { a, b }: { a: number; b: number },
  u: Levels,
  weight: (pattern: number) => number,
): Table {
  const table = (u[a] ?? []).map(() => (u[b] ?? []).map(() => 0))
  const [left, right] = [patterns.digits[a] as Uint8Array, patterns.digits[b] as Uint8Array]
  for (let i = 0; i < left.length; i++) {
    const [x, y] = [left[i] as number, right[i] as number]
    if (x > 0 && y > 0)
      (table[x - 1] as number[])[y - 1] = (table[x - 1]?.[y - 1] ?? 0) + (patterns.counts[i] as number) * weight(i)
  }
  return table
}

/** Mutual information, times the share of pairs in which both speak: a rarely filled column is nobody's support. */
function informationOf(table: Table, all: number): number {
  const total = table.flat().reduce((sum, value) => sum + value, 0)
  if (total === 0) return 0
  const rows = table.map(row => row.reduce((sum, value) => sum + value, 0))
  const columns = (table[0] ?? []).map((_, y) => table.reduce((sum, row) => sum + (row[y] ?? 0), 0))
  const bits = table
    .flatMap((row, x) =>
      row.map((value, y) =>
        value === 0 ? 0 : (value / total) * Math.log2((value * total) / ((rows[x] as number) * (columns[y] as number))),
      ),
    )
    .reduce((sum, value) => sum + value, 0)
  return (bits * total) / all
}

/** Prim's tree of most information, from the comparison that says most of all others. Edges that say nothing are left out. */
function spanningTree(information: Table): (number | null)[] {
  const parent: (number | null)[] = information.map(() => null)
  const inside = new Set<number>()
  const about = (c: number) => (information[c] ?? []).reduce((sum, value) => sum + value, 0)
  while (inside.size < information.length) {
    let best: { from: number; to: number; bits: number } | null = null
    for (const from of inside)
      for (const [to, bits] of (information[from] ?? []).entries())
        if (!inside.has(to) && bits > leastInformation && (best === null || bits > best.bits)) best = { from, to, bits }
    if (best !== null) parent[best.to] = best.from
    const outside = information.map((_, c) => c).filter(c => !inside.has(c))
    inside.add(best?.to ?? outside.reduce((a, b) => (about(b) > about(a) ? b : a)))
  }
  return parent
}

const transposed = (table: Table): Table => (table[0] ?? []).map((_, y) => table.map(row => row[y] ?? 0))

function conditional(row: readonly number[], u: readonly number[]): number[] {
  const total = row.reduce((sum, value) => sum + value, 0)
  return row.map((value, k) => Math.max((value + imagined * (u[k] ?? 0)) / (total + imagined), 1e-9))
}

/** u of one comparison's level in a pattern: that of the tree where the comparison leant on speaks, else the common one. */
export function chanceAgreement(
  c: number,
  digits: (comparison: number) => number,
  u: Levels,
  dependence: Dependence,
): number {
  const digit = digits(c)
  if (digit === 0) return 1
  const leaning = dependence[c]
  const on = leaning ? digits(leaning.on) : 0
  return (on > 0 ? leaning?.u[on - 1]?.[digit - 1] : u[c]?.[digit - 1]) ?? 1
}
