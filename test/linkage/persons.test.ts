import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type PersonEvent, personsAfter, revert } from '#linkage/persons/events.ts'
import { updatePersons } from '#linkage/persons/update.ts'

const decider = { model: 'm1' }
const at = '2026-01-01T00:00:00Z'

/** Records a, b, c … put into groups by number. */
const partition = fc.array(fc.nat(4), { minLength: 1, maxLength: 9 }).map(labels => {
  const records = labels.map((label, i) => [String.fromCharCode(97 + i), label] as const)
  return [...Map.groupBy(records, ([, label]) => label).values()].map(group => group.map(([record]) => record))
})

const keys = () => {
  let next = 0
  return () => `p${++next}`
}

const history = (steps: readonly (readonly (readonly string[])[])[]): PersonEvent[] => {
  const newKey = keys()
  return steps.reduce<PersonEvent[]>(
    (events, groups) => [...events, ...updatePersons(events, { groups, decider, at, newKey })],
    [],
  )
}

const groupsOf = (events: readonly PersonEvent[], among: ReadonlySet<string>): string[] =>
  [
    ...Map.groupBy(
      [...personsAfter(events)].filter(([record]) => among.has(record)),
      ([, person]) => person,
    ).values(),
  ]
    .map(group =>
      group
        .map(([record]) => record)
        .sort()
        .join(' '),
    )
    .sort()

test('after an update persons are the clusters, and a second look changes nothing', () => {
  fc.assert(
    fc.property(fc.array(partition, { minLength: 1, maxLength: 4 }), steps => {
      const events = history(steps)
      const last = steps.at(-1) ?? []
      expect(groupsOf(events, new Set(last.flat()))).toEqual(last.map(group => group.toSorted().join(' ')).sort())
      expect(updatePersons(events, { groups: last, decider, at, newKey: keys() })).toEqual([])
    }),
  )
})

test('the order of clusters and of records changes nothing', () => {
  fc.assert(
    fc.property(partition, partition, (first, second) => {
      const turned = (groups: readonly (readonly string[])[]) => groups.map(group => group.toReversed()).toReversed()
      expect(history([turned(first), turned(second)])).toEqual(history([first, second]))
    }),
  )
})

test('whatever happened can be taken back, the last event first, until nothing is left', () => {
  fc.assert(
    fc.property(partition, partition, (first, second) => {
      let events = history([first, second])
      for (const { number } of events.toReversed()) {
        const before = personsAfter(events.filter(event => event.number < number))
        events = [...events, revert(events, number, { decider: { account: 'reviewer' }, at })]
        expect(personsAfter(events)).toEqual(before)
      }
      expect(personsAfter(events).size).toBe(0)
    }),
  )
})

test('keys stay: a person goes on where most of its records are', () => {
  const events = history([
    [['a', 'b', 'c'], ['d']],
    [['a', 'b'], ['c', 'd'], ['e']],
    [
      ['a', 'b', 'd', 'c'],
      ['e', 'f'],
    ],
  ])
  expect(events.map(event => event.kind)).toEqual(['created', 'created', 'split', 'created', 'merged', 'joined'])
  expect(Object.fromEntries(personsAfter(events))).toEqual({ a: 'p1', b: 'p1', c: 'p1', d: 'p1', e: 'p3', f: 'p3' })
})

test('an event whose records have moved on is taken back only after what moved them', () => {
  const events = history([[['a'], ['b']], [['a', 'b']], [['a'], ['b']]])
  expect(() => revert(events, 3, { decider, at })).toThrow(/Take the later events back first/)
  expect(() => revert(events, 99, { decider, at })).toThrow(/no event 99/)
})
