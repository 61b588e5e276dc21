import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joined } from '#casework/network/joins.ts'
import type { SuspectNode, Tie } from '#casework/network/network.ts'

const node = (id: string, label = id, country: string | null = null): [string, SuspectNode] => [
  id,
  { id, of: 'suspect', kind: 'person', label, country },
]
const tie = (from: string, to: string): Tie => ({
  id: `${from}-${to}`,
  from,
  to,
  role: 'recruiter',
  certainty: 'possible',
  since: null,
  until: null,
  country: null,
})
const suspects = new Map([node('a', 'Rosa'), node('b', 'Roza', 'PL'), node('c'), node('d')])

test.each([
  ['nothing joined', [], ['a', 'b', 'c', 'd'], ['a-p', 'b-q', 'a-b']],
  ['two are one, ties follow, and one between them is gone', [['a', 'b']], ['a', 'c', 'd'], ['a-p', 'a-q']],
  ['in either order', [['b', 'a']], ['a', 'c', 'd'], ['a-p', 'a-q']],
  [
    'through a third',
    [
      ['a', 'c'],
      ['c', 'b'],
    ],
    ['a', 'd'],
    ['a-p', 'a-q'],
  ],
  [
    'through one that is out of view',
    [
      ['a', 'x'],
      ['x', 'b'],
    ],
    ['a', 'c', 'd'],
    ['a-p', 'a-q'],
  ],
])('%s', (_, pairs, ids, ties) => {
  const joins = pairs.map(([one = '', other = '']) => ({ one, other }))
  const read = joined({ suspects, ties: [tie('a', 'p'), tie('b', 'q'), tie('a', 'b')] }, joins)
  expect([...read.suspects.keys()]).toEqual(ids)
  expect(read.ties.map(({ from, to }) => `${from}-${to}`)).toEqual(ties)
})

test('one node is called by all names, and keeps the country that is known', () => {
  const read = joined({ suspects, ties: [] }, [{ one: 'a', other: 'b' }])
  expect(read.suspects.get('a')).toMatchObject({ label: 'Rosa / Roza', country: 'PL' })
})

test('law: joining never makes a node or a tie, every tie ends at a node in view, and the order of joins does not matter', () => {
  const ids = ['a', 'b', 'c', 'd', 'x']
  const pair = fc.record({ one: fc.constantFrom(...ids), other: fc.constantFrom(...ids) })
  const ends = fc.record({ from: fc.constantFrom('a', 'b', 'c', 'd'), to: fc.constantFrom('a', 'b', 'c', 'd', 'p') })
  fc.assert(
    fc.property(fc.array(pair), fc.array(ends), (joins, all) => {
      const ties = all.map(({ from, to }) => tie(from, to))
      const read = joined({ suspects, ties }, joins)
      expect(read.suspects.size).toBeLessThanOrEqual(suspects.size)
      expect(read.ties.length).toBeLessThanOrEqual(ties.length)
      for (const { from, to } of read.ties)
        expect([read.suspects.has(from), to === 'p' || read.suspects.has(to)]).toEqual([true, true])
      expect(joined({ suspects, ties }, joins.toReversed())).toEqual(read)
    }),
  )
})
