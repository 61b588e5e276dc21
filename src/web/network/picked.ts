import type { Network } from '#casework/network/network.ts'

/** What the reader looks at: one node, or a group of them (a community, a route). */
export interface Picked {
  /** Tells one pick from another: an id, or the name of a row. */
  readonly key: string
  readonly nodes: readonly string[]
}

export const pickNode = (id: string): Picked => ({ key: id, nodes: [id] })

/** What is drawn strongly: a group itself; of one node also whatever it is tied to. */
export function neighboursOf({ ties }: Network, { nodes }: Picked): ReadonlySet<string> {
  const lit = new Set(nodes)
  const [only, ...more] = nodes
  if (only === undefined || more.length > 0) return lit
  for (const { from, to } of ties) {
    if (from === only) lit.add(to)
    if (to === only) lit.add(from)
  }
  return lit
}
