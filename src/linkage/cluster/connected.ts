import { Forest } from './forest.ts'
import { type Decisions, type Links, strongestFirst } from './links.ts'

/**
 * Connected components of the links that reach a weight: a friend of a friend is a friend. Pairs decided "the same" are
 * joined first; then links from the strongest to the weakest, each unless it would bring together two records decided
 * "different", or, with `sourceOf`, two records of one source.
 * @returns for each record the smallest record of its cluster.
 */
export function connected(
  links: Links,
  least: number,
  { same, different }: Decisions,
  sourceOf?: Int32Array,
): Int32Array {
  const forest = new Forest(links.records)
  const guards = [apart(different), ...(sourceOf === undefined ? [] : [oneOfEach(sourceOf)])]
  const join = (a: number, b: number): void => {
    const [x, y] = [forest.root(a), forest.root(b)]
    if (x === y || guards.some(guard => guard.forbids(x, y, member => forest.root(member)))) return
    const joined = forest.join(x, y)
    if (joined) for (const guard of guards) guard.joined(joined.root, joined.gone)
  }
  for (const [a, b] of same) join(a, b)
  for (const i of strongestFirst(links, least)) join(links.left[i] as number, links.right[i] as number)
  return forest.labels()
}

interface Guard {
  forbids(a: number, b: number, root: (member: number) => number): boolean
  joined(root: number, gone: number): void
}

/** Sets that must stay apart, by the root of each; what a set must avoid moves along when it is swallowed. */
function apart(different: Decisions['different']): Guard {
  const avoid = new Map<number, number[]>()
  const add = (set: number, others: readonly number[]) => avoid.set(set, [...(avoid.get(set) ?? []), ...others])
  for (const [a, b] of different) {
    add(a, [b])
    add(b, [a])
  }
  return {
    forbids: (a, b, root) => avoid.get(a)?.some(other => root(other) === b) ?? false,
    joined(root, gone) {
      const others = avoid.get(gone)
      if (others) add(root, others)
    },
  }
}

/** At most one record of each source in a set. */
function oneOfEach(sourceOf: Int32Array): Guard {
  const sources = new Map<number, number[]>()
  const of = (set: number): number[] => sources.get(set) ?? [sourceOf[set] as number]
  return {
    forbids: (a, b) => of(a).some(source => of(b).includes(source)),
    joined: (root, gone) => void sources.set(root, [...of(root), ...of(gone)]),
  }
}
