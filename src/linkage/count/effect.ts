import { chance } from '../train/em.ts'
import type { Links } from '../cluster/links.ts'

/**
 * How much the number of persons is expected to move when somebody decides each pair. A link that counts (from 1 in 2) and alone holds two
 * groups together: the chance that it is wrong. A link that does not count, between two groups: the chance that it is right. Any other: 0,
 * since the groups stay as they are.
 * @returns one number for each link, from 0 to 0.5
 */
export function effects({ records, left, right, weight }: Links): Float64Array {
  const chances = Float64Array.from(weight, chance)
  const counted = Int32Array.from(chances.keys()).filter(i => (chances[i] as number) >= 0.5)
  const { group, alone } = bridges(records, counted, left, right)
  return chances.map((p, i) => {
    if (p >= 0.5) return alone.has(i) ? 1 - p : 0
    return group[left[i] as number] === group[right[i] as number] ? 0 : p
  })
}

/** Groups of the graph (smallest record of each), and the edges without which a group falls in two: Tarjan 1974, without recursion. */
function bridges(
  records: number,
  edges: Int32Array,
  left: Int32Array,
  right: Int32Array,
): { readonly group: Int32Array; readonly alone: ReadonlySet<number> } {
  const { start, to, edge } = neighboursOf(records, edges, left, right)
  const group = new Int32Array(records).fill(-1)
  const order = new Int32Array(records)
  const low = new Int32Array(records)
  const next = start.slice(0, records)
  const through = new Int32Array(records).fill(-1)
  const alone = new Set<number>()
  let clock = 0
  for (let root = 0; root < records; root++) {
    if (group[root] !== -1) continue
    const path = [root]
    const enter = (at: number) => {
      group[at] = root
      order[at] = low[at] = ++clock
    }
    enter(root)
    while (path.length > 0) {
      const at = path.at(-1) as number
      const i = next[at] as number
      if (i < (start[at + 1] as number)) {
        next[at] = i + 1
        if (edge[i] === through[at]) continue
        const other = to[i] as number
        if (group[other] === -1) {
          through[other] = edge[i] as number
          enter(other)
          path.push(other)
        } else low[at] = Math.min(low[at] as number, order[other] as number)
        continue
      }
      path.pop()
      const above = path.at(-1)
      if (above === undefined) continue
      low[above] = Math.min(low[above] as number, low[at] as number)
      if ((low[at] as number) > (order[above] as number)) alone.add(through[at] as number)
    }
  }
  return { group, alone }
}

/** Edges by record, as one list cut at `start`. */
function neighboursOf(records: number, edges: Int32Array, left: Int32Array, right: Int32Array) {
  const start = new Int32Array(records + 1)
  const sides = (i: number) => [left[i] as number, right[i] as number] as const
  for (const i of edges) for (const side of sides(i)) start[side + 1] = (start[side + 1] as number) + 1
  for (let at = 0; at < records; at++) start[at + 1] = (start[at + 1] as number) + (start[at] as number)
  const filled = start.slice()
  const to = new Int32Array(edges.length * 2)
  const edge = new Int32Array(edges.length * 2)
  for (const i of edges) {
    const [a, b] = sides(i)
    for (const [from, other] of [
      [a, b],
      [b, a],
    ] as const) {
      const place = filled[from] as number
      filled[from] = place + 1
      to[place] = other
      edge[place] = i
    }
  }
  return { start, to, edge }
}
