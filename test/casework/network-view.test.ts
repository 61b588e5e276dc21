import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routes, sharedRecruiters } from '#casework/network/findings.ts'
import { cutTo, narrow, type NetworkFilter } from '#casework/network/narrow.ts'
import { certainties, type Network, type Node, type Tie } from '#casework/network/network.ts'

const suspect = (id: string, country: string | null = null, kind = 'person'): Node => ({
  id,
  of: 'suspect',
  kind,
  label: `Called ${id}`,
  country,
})
const person = (id: string): Node => ({ id, of: 'person', cases: [{ id: `case-${id}`, number: id }] })
const tie = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
  id: `${from}>${to}`,
  from,
  to,
  role: 'recruiter',
  certainty: 'probable',
  since: null,
  until: null,
  country: null,
  ...more,
})
const network = (nodes: Node[], ties: Tie[], journeys: Network['journeys'] = []): Network => ({ nodes, ties, journeys })

/** Up to six suspects and eight persons, with any ties between them. */
const aNetwork = fc
  .record({
    ends: fc.array(fc.tuple(fc.nat(5), fc.nat(7), fc.constantFrom('recruiter', 'exploiter', 'transporter')), {
      maxLength: 40,
    }),
    ways: fc.array(fc.tuple(fc.nat(7), fc.constantFrom('KH', 'TH'), fc.constantFrom('TH', 'MY')), { maxLength: 20 }),
  })
  .map(({ ends, ways }) =>
    network(
      [
        ...Array.from({ length: 6 }, (_, i) => suspect(`s${i}`)),
        ...Array.from({ length: 8 }, (_, i) => person(`p${i}`)),
      ],
      ends.map(([s, p, role], i) => tie(`s${s}`, `p${p}`, { id: `t${i}`, role })),
      ways.map(([p, from, to]) => ({ person: `p${p}`, from, to })),
    ),
  )

describe('shared recruiters', () => {
  const nodes = [suspect('rosa'), suspect('van'), person('1'), person('2'), person('3')]
  test('those who recruited two persons or more, most persons first; other roles do not count', () => {
    const ties = [
      tie('van', '1'),
      tie('van', '2'),
      tie('rosa', '1'),
      tie('rosa', '3'),
      tie('rosa', '2'),
      tie('van', '3', { role: 'transporter' }),
    ]
    expect(sharedRecruiters(network(nodes, ties))).toEqual([
      { suspect: 'rosa', persons: ['1', '2', '3'] },
      { suspect: 'van', persons: ['1', '2'] },
    ])
  })

  test('a suspect who recruited for another suspect is not shared by that', () => {
    expect(sharedRecruiters(network(nodes, [tie('rosa', 'van'), tie('rosa', '1')]))).toEqual([])
  })

  test('the ties of one person, however many, never make a shared recruiter', () => {
    fc.assert(
      fc.property(aNetwork, whole => {
        const one = { ...whole, ties: whole.ties.map(each => ({ ...each, to: 'p0' })) }
        expect(sharedRecruiters(one)).toEqual([])
      }),
    )
  })

  test('the order in which ties and nodes come changes neither recruiters nor routes', () => {
    fc.assert(
      fc.property(aNetwork, whole => {
        const turned = {
          nodes: whole.nodes.toReversed(),
          ties: whole.ties.toReversed(),
          journeys: whole.journeys.toReversed(),
        }
        expect(sharedRecruiters(turned)).toEqual(sharedRecruiters(whole))
        expect(routes(turned)).toEqual(routes(whole))
      }),
    )
  })
})

test('a route counts each person once, names what two of them share, and leaves out ways within a country', () => {
  const whole = network(
    [suspect('van'), suspect('rosa'), person('1'), person('2'), person('3')],
    [tie('van', '1'), tie('van', '2', { role: 'transporter' }), tie('rosa', '3')],
    [
      { person: '1', from: 'KH', to: 'TH' },
      { person: '1', from: 'KH', to: 'TH' },
      { person: '2', from: 'KH', to: 'TH' },
      { person: '3', from: 'KH', to: 'TH' },
      { person: '3', from: 'TH', to: 'MY' },
      { person: '2', from: 'TH', to: 'TH' },
      { person: 'gone', from: 'KH', to: 'TH' },
    ],
  )
  expect(routes(whole)).toEqual([
    { from: 'KH', to: 'TH', persons: ['1', '2', '3'], suspects: ['van'] },
    { from: 'TH', to: 'MY', persons: ['3'], suspects: [] },
  ])
})

describe('narrowing', () => {
  const nodes = [suspect('rosa', 'KH'), suspect('van', null, 'vehicle'), person('1'), person('2')]
  const known = (more: Partial<Tie>) => network(nodes, [tie('rosa', '1', more)])
  const keeps = (whole: Network, filter: NetworkFilter) => narrow(whole, filter).ties.length > 0
  test.each<[string, Partial<Tie>, NetworkFilter, boolean]>([
    ['nothing asked', {}, {}, true],
    ['empty lists ask nothing', {}, { countries: [], certainty: [], kinds: [] }, true],
    ['a month that lies within', { since: '2024-03' }, { from: '2024-03-15', to: '2024-03-20' }, true],
    ['began after', { since: '2024-04' }, { to: '2024-03-31' }, false],
    ['ended before', { until: '2023' }, { from: '2024-01-01' }, false],
    ['goes on', { since: '2019' }, { from: '2024-01-01', to: '2024-12-31' }, true],
    ['about a year', { until: '2024~' }, { from: '2024-12-31' }, true],
    ['no date, a time asked', {}, { from: '2024-01-01' }, false],
    ['another certainty', { certainty: 'possible' }, { certainty: ['confirmed', 'probable'] }, false],
    ['the country of the tie', { country: 'TH' }, { countries: ['TH'] }, true],
    ['the tie is elsewhere, though the suspect is not', { country: 'TH' }, { countries: ['KH'] }, false],
    ['the country of the suspect where the tie has none', {}, { countries: ['KH'] }, true],
    ['another kind', {}, { kinds: ['company'] }, false],
  ])('%s', (_, more, filter, expected) => expect(keeps(known(more), filter)).toBe(expected))

  test('a tie between two suspects needs both kinds', () => {
    const both = network(nodes, [tie('rosa', 'van')])
    expect(keeps(both, { kinds: ['person'] })).toBe(false)
    expect(keeps(both, { kinds: ['person', 'vehicle'] })).toBe(true)
  })

  test('whoever is tied to nothing is left out, and so is the way of a person who is', () => {
    const whole = { ...known({}), journeys: [{ person: '2', from: 'KH', to: 'TH' }] }
    const { nodes: left, journeys } = narrow(whole, {})
    expect(left.map(({ id }) => id)).toEqual(['rosa', '1'])
    expect(journeys).toEqual([])
  })

  test('a cut keeps what most have in common, within the limit, and never a tie without its ends', () => {
    fc.assert(
      fc.property(aNetwork, fc.integer({ min: 1, max: 14 }), (whole, limit) => {
        const tied = narrow(whole, {})
        const { network: cut, left } = cutTo(tied, limit)
        const ids = new Set(cut.nodes.map(({ id }) => id))
        expect(ids.size).toBeLessThanOrEqual(limit)
        expect(cut.nodes.length + left).toBe(tied.nodes.length)
        for (const { from, to } of cut.ties) expect([ids.has(from), ids.has(to)]).toEqual([true, true])
        if (limit >= tied.nodes.length) expect(cut).toEqual(tied)
      }),
    )
    const hub = network(
      [suspect('a'), suspect('z'), person('1'), person('2'), person('3')],
      [tie('a', '1'), tie('z', '1'), tie('z', '2'), tie('z', '3')],
    )
    expect(cutTo(hub, 4)).toMatchObject({
      left: 1,
      network: { nodes: [{ id: 'z' }, { id: '1' }, { id: '2' }, { id: '3' }] },
    })
  })

  test('what the filter keeps, it keeps again', () => {
    const aFilter = fc.record({ certainty: fc.subarray([...certainties]), kinds: fc.subarray(['person', 'vehicle']) })
    fc.assert(
      fc.property(aNetwork, aFilter, (whole, filter) => {
        const once = narrow(whole, filter)
        expect(narrow(once, filter)).toEqual(once)
      }),
    )
  })
})
