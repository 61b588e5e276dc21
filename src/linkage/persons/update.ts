import { type Move, type PersonEvent, personsAfter } from './events.ts'

export interface Update {
  /** Clusters of records: all that there are now. */
  readonly groups: readonly (readonly string[])[]
  readonly decider: PersonEvent['decider']
  readonly at: string
  /** A key that no person ever had. */
  newKey(): string
}

/**
 * The events that lead from the persons as they were to the clusters as they are, so that keys stay: a person goes on in the cluster
 * that has most of its records, and a cluster in which several go on keeps the key with most records there (the older one, when as many).
 * Records that are in no cluster stay where they were.
 */
export function updatePersons(events: readonly PersonEvent[], { groups, decider, at, newKey }: Update): PersonEvent[] {
  const before = personsAfter(events)
  const age = agesOf(events)
  const sorted = groups.map(group => group.toSorted()).toSorted((a, b) => ((a[0] ?? '') < (b[0] ?? '') ? -1 : 1))
  const heirs = heirsOf(sorted, before)
  const found: PersonEvent[] = []
  const say = (kind: PersonEvent['kind'], moves: Move[]) => {
    if (moves.length > 0) found.push({ number: events.length + found.length + 1, kind, moves, decider, at })
  }
  for (const [place, group] of sorted.entries()) {
    const here = countOf(group, before)
    const own = [...here].filter(([person]) => heirs.get(person) === place)
    const kept = own.toSorted(([a, n], [b, m]) => m - n || (age.get(a) ?? 0) - (age.get(b) ?? 0))[0]?.[0]
    const key = kept ?? newKey()
    const fresh = group.filter(record => !before.has(record))
    const moves = (records: readonly string[]): Move[] =>
      records.map(record => ({ record, from: before.get(record) ?? null, to: key }))
    say(kept === undefined && fresh.length === group.length ? 'created' : 'joined', moves(fresh))
    for (const [person] of here) {
      if (person === key) continue
      const records = group.filter(record => before.get(record) === person)

      say(heirs.get(person) === place ? 'merged' : 'split', moves(records))
    }
  }
  return found
}

/** How many records of each person a group has. */
function countOf(group: readonly string[], before: ReadonlyMap<string, string>): Map<string, number> {
  const counts = new Map<string, number>()
  for (const record of group) {
    const person = before.get(record)
    if (person !== undefined) counts.set(person, (counts.get(person) ?? 0) + 1)
  }
  return counts
}

/** For each person the group in which it goes on: the one with most of its records, the first of them when as many. */
function heirsOf(groups: readonly (readonly string[])[], before: ReadonlyMap<string, string>): Map<string, number> {
  const best = new Map<string, { place: number; records: number }>()
  for (const [place, group] of groups.entries())
    for (const [person, records] of countOf(group, before))
      if (records > (best.get(person)?.records ?? 0)) best.set(person, { place, records })
  return new Map([...best].map(([person, { place }]) => [person, place]))
}

/** The number of the event in which each key first came up. */
function agesOf(events: readonly PersonEvent[]): Map<string, number> {
  const ages = new Map<string, number>()
  for (const { number, moves } of events)
    for (const { to } of moves) if (to !== null && !ages.has(to)) ages.set(to, number)
  return ages
}
