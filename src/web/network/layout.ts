import { UndirectedGraph } from 'graphology'
import declared from 'graphology-layout-forceatlas2'

/** Nodes are numbers here, so that the task is small when it is handed to a worker. */
export interface LayoutTask {
  /** Number of the community of each node, the largest community being 0. */
  readonly communities: readonly number[]
  /** Two nodes and the weight between them. */
  readonly pairs: readonly (readonly [number, number, number])[]
}

export interface LayoutStep {
  readonly done: number
  readonly of: number
  /** x and y of each node, one after the other. */
  readonly positions: Float64Array
}

// As with Louvain: the import is the function itself.
const forceAtlas2 = declared as unknown as typeof declared.default

/**
 * Forces (ForceAtlas2) in slices, each of which is a drawing already: first the communities as discs beside each other,
 * then as they pull and push. The number of iterations is bounded and chance has no part: same task, same drawing.
 */
export function* layOut(task: LayoutTask): Generator<LayoutStep> {
  const { communities, pairs } = task
  const of = iterations(communities.length)
  const start = discs(communities)
  yield { done: 0, of, positions: Float64Array.from(start) }
  const graph = new UndirectedGraph()
  for (const [node] of communities.entries()) graph.addNode(node, { x: start[2 * node], y: start[2 * node + 1] })
  for (const [a, b, weight] of pairs) graph.addEdge(a, b, { weight })
  const settings = {
    ...forceAtlas2.inferSettings(graph),
    // Whoever is tied to many pulls each of them less: a ring opens instead of lying on one heap.
    outboundAttractionDistribution: true,
    edgeWeightInfluence: 0.5,
    barnesHutOptimize: communities.length > 500,
    barnesHutTheta: 1,
  }
  for (let done = 0; done < of; done += slice) {
    forceAtlas2.assign(graph, { iterations: Math.min(slice, of - done), settings, getEdgeWeight: 'weight' })
    yield { done: Math.min(of, done + slice), of, positions: positionsIn(graph, communities.length) }
  }
}

const slice = 10
/** Few nodes find their place slowly and cheaply; of many the discs say most already. */
const iterations = (nodes: number): number => (nodes > 2_000 ? 30 : nodes > 500 ? 100 : 200)

/** Each community as a disc of its members; the discs along a spiral, the largest in the middle. */
function discs(communities: readonly number[]): Float64Array {
  const sizes: number[] = []
  for (const community of communities) sizes[community] = (sizes[community] ?? 0) + 1
  const positions = new Float64Array(2 * communities.length)
  const placed: number[] = []
  let before = 0
  const centres = sizes.map((size, place) => {
    const [x, y] = onSpiral(place, 14 * Math.sqrt(place === 0 ? 0 : before + size / 2))
    before += size
    return [x, y] as const
  })
  for (const [node, community] of communities.entries()) {
    const member = placed[community] ?? 0
    placed[community] = member + 1
    const [x, y] = centres[community] ?? [0, 0]
    const [dx, dy] = onSpiral(member, 6 * Math.sqrt(member + 0.5))
    positions[2 * node] = x + dx
    positions[2 * node + 1] = y + dy
  }
  return positions
}

const golden = Math.PI * (3 - Math.sqrt(5))
const onSpiral = (place: number, radius: number): readonly [number, number] => [
  radius * Math.cos(place * golden),
  radius * Math.sin(place * golden),
]

function positionsIn(graph: UndirectedGraph, nodes: number): Float64Array {
  const positions = new Float64Array(2 * nodes)
  for (let node = 0; node < nodes; node++) {
    positions[2 * node] = graph.getNodeAttribute(node, 'x')
    positions[2 * node + 1] = graph.getNodeAttribute(node, 'y')
  }
  return positions
}
