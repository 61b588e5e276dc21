import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cut, merges } from '#linkage/cluster/average.ts'
import { clusters } from '#linkage/cluster/cluster.ts'
import { connected } from '#linkage/cluster/connected.ts'
import { type Links, noDecisions } from '#linkage/cluster/links.ts'

type Edge = readonly [number, number, number]

const linksOf = (records: number, edges: readonly Edge[]): Links => ({
  records,
  left: Int32Array.from(edges, edge => edge[0]),
  right: Int32Array.from(edges, edge => edge[1]),
  weight: Float64Array.from(edges, edge => edge[2]),
})

const graph = fc.integer({ min: 2, max: 14 }).chain(records =>
  fc
    .uniqueArray(fc.tuple(fc.nat(records - 1), fc.nat(records - 1), fc.integer({ min: -9, max: 20 })), {
      maxLength: 30,
      selector: ([a, b]) => `${Math.min(a, b)} ${Math.max(a, b)}`,
    })
    .map(edges => ({ records, edges: edges.filter(([a, b]) => a < b) as Edge[] })),
)

const groups = (labels: Int32Array): string[] =>
  [...Map.groupBy(labels.keys(), i => labels[i]).values()].map(members => members.join(' ')).sort()

test('connected components are those of a search from each record', () => {
  fc.assert(
    fc.property(graph, ({ records, edges }) => {
      const found = connected(linksOf(records, edges), 0, noDecisions)
      const reach = (start: number): Set<number> => {
        const seen = new Set([start])
        for (const at of seen)
          for (const [a, b, w] of edges) if (w >= 0 && (a === at || b === at)) seen.add(a === at ? b : a)
        return seen
      }
      for (let i = 0; i < records; i++) expect(found[i]).toBe(Math.min(...reach(i)))
    }),
  )
})

test('average linkage is the textbook one', () => {
  const plainAverage = (records: number, edges: readonly Edge[]): string[] => {
    let sets = Array.from({ length: records }, (_, i) => [i])
    const between = (a: number[], b: number[]) =>
      a
        .flatMap(x => b.map(y => edges.find(([l, r]) => l === Math.min(x, y) && r === Math.max(x, y))?.[2] ?? -10))
        .reduce((s, w) => s + w, 0) /
      (a.length * b.length)
    for (;;) {
      const pairs = sets.flatMap((a, i) => sets.slice(i + 1).map(b => ({ a, b, average: between(a, b) })))
      const best = pairs
        .filter(pair => pair.average >= 0)
        .toSorted((p, q) => q.average - p.average || Math.min(...p.a, ...p.b) - Math.min(...q.a, ...q.b))[0]
      if (!best) return sets.map(set => set.toSorted((a, b) => a - b).join(' ')).sort()
      sets = [...sets.filter(set => set !== best.a && set !== best.b), [...best.a, ...best.b]]
    }
  }
  fc.assert(
    fc.property(graph, ({ records, edges }) => {
      // Distinct weights, so that no tie is to be decided.
      const distinct = edges.map(([a, b, w], i) => [a, b, w + i * 1e-3 + i * i * 1e-5] as const)
      const links = linksOf(records, distinct)
      expect(groups(cut(records, merges(links, noDecisions), 0))).toEqual(plainAverage(records, distinct))
    }),
  )
})

test('every kind of cluster: a higher threshold only splits, and the order of links does not matter', () => {
  fc.assert(
    fc.property(graph, fc.constantFrom('connected' as const, 'average' as const), ({ records, edges }, cluster) => {
      const sources = new Int32Array(records)
      const at = (threshold: number, given = edges) =>
        clusters(linksOf(records, given), { cluster, threshold }, noDecisions, sources)
      const [low, high] = [at(0.5), at(0.95)]
      for (let i = 0; i < records; i++) for (let j = 0; j < i; j++) if (high[i] === high[j]) expect(low[i]).toBe(low[j])
      if (new Set(edges.map(edge => edge[2])).size === edges.length) expect(at(0.5, edges.toReversed())).toEqual(low)
    }),
  )
})

test('what people decided is never overruled', () => {
  fc.assert(
    fc.property(
      graph,
      fc.constantFrom('connected' as const, 'average' as const),
      fc.nat(),
      fc.nat(),
      ({ records, edges }, cluster, x, y) => {
        const [a, b] = [x % records, y % records]
        fc.pre(a !== b)
        const sources = new Int32Array(records)
        const settings = { cluster, threshold: 0.5 }
        const apart = clusters(linksOf(records, edges), settings, { same: [], different: [[a, b]] }, sources)
        expect(apart[a]).not.toBe(apart[b])
        const joined = clusters(linksOf(records, edges), settings, { same: [[a, b]], different: [] }, sources)
        expect(joined[a]).toBe(joined[b])
      },
    ),
  )
})

test('one to one: never two records of one source', () => {
  fc.assert(
    fc.property(graph, ({ records, edges }) => {
      const sources = Int32Array.from({ length: records }, (_, i) => i % 3)
      const found = clusters(linksOf(records, edges), { cluster: 'one-to-one', threshold: 0.5 }, noDecisions, sources)
      for (let i = 0; i < records; i++)
        for (let j = 0; j < i; j++) if (found[i] === found[j]) expect(sources[i]).not.toBe(sources[j])
    }),
  )
})

test('a chain of single links makes one person of three when connected, and not by average', () => {
  const chain = linksOf(3, [
    [0, 1, 5],
    [1, 2, 4.5],
  ])
  expect(groups(connected(chain, 0, noDecisions))).toEqual(['0 1 2'])
  expect(groups(cut(3, merges(chain, noDecisions), 0))).toEqual(['0 1', '2'])
})
