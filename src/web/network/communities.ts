import { UndirectedGraph } from 'graphology'
import declared from 'graphology-communities-louvain'
import type { Network } from '#casework/network/network.ts'
import { pairsOf } from './pairs.ts'

/** Those who are tied more closely to each other than to the rest. */
export interface Community {
  readonly suspects: readonly string[]
  readonly persons: readonly string[]
}

// The package is one function, declared as if it were a `default` of a module: what is imported is the function itself.
const louvain = declared as unknown as typeof declared.default

/**
 * Communities by the Louvain method, the largest first; every node is in exactly one. Nodes and pairs are brought into
 * the order of their ids and chance comes from one seed, so that the same network always gives the same answer.
 */
export function communities({ nodes, ties }: Pick<Network, 'nodes' | 'ties'>): readonly Community[] {
  const graph = new UndirectedGraph()
  const inOrder = nodes.toSorted((a, b) => (a.id < b.id ? -1 : 1))
  for (const { id } of inOrder) graph.addNode(id)
  for (const { a, b, weight } of pairsOf(ties)) graph.addEdge(a, b, { weight })
  const found = louvain(graph, { getEdgeWeight: 'weight', rng: seeded(1) })
  const groups = Map.groupBy(inOrder, ({ id }) => found[id])
  return [...groups.values()]
    .map(members => ({
      suspects: members.filter(({ of }) => of === 'suspect').map(({ id }) => id),
      persons: members.filter(({ of }) => of === 'person').map(({ id }) => id),
    }))
    .sort((a, b) => sizeOf(b) - sizeOf(a) || (firstOf(a) < firstOf(b) ? -1 : 1))
}

const sizeOf = ({ suspects, persons }: Community): number => suspects.length + persons.length
const firstOf = ({ suspects, persons }: Community): string => suspects[0] ?? persons[0] ?? ''

/** Mulberry32: numbers in 0..1 that look like chance and are always the same. */
function seeded(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
