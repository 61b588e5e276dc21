import type { Network } from './network.ts'

/** What several persons have in common. Pure: the order in which nodes and ties come changes nothing. */

export interface SharedRecruiter {
  readonly suspect: string
  /** Two or more, in the order of their ids. */
  readonly persons: readonly string[]
}

/** Suspects who are said to have recruited two or more persons; those with most persons first. */
export function sharedRecruiters({ nodes, ties }: Network): readonly SharedRecruiter[] {
  const persons = personsOf(nodes)
  const recruited = new Map<string, Set<string>>()
  for (const { from, to, role } of ties) if (role === 'recruiter' && persons.has(to)) addTo(recruited, from, to)
  return [...recruited]
    .filter(([, known]) => known.size > 1)
    .map(([suspect, known]) => ({ suspect, persons: [...known].sort() }))
    .sort((a, b) => b.persons.length - a.persons.length || byId(a.suspect, b.suspect))
}

export interface Route {
  readonly from: string
  readonly to: string
  readonly persons: readonly string[]
  /** Suspects tied to two or more of these persons, in whichever role. */
  readonly suspects: readonly string[]
}

/** Ways from country to country, each person counted once; those of most persons first. */
export function routes({ nodes, ties, journeys }: Network): readonly Route[] {
  const persons = personsOf(nodes)
  const suspectsOf = new Map<string, Set<string>>()
  for (const { from, to } of ties) if (persons.has(to)) addTo(suspectsOf, to, from)
  const ways = new Map<string, Set<string>>()
  for (const { person, from, to } of journeys)
    if (from !== to && persons.has(person)) addTo(ways, `${from} ${to}`, person)
  return [...ways]
    .map(([way, travelled]): Route => {
      const [from = '', to = ''] = way.split(' ')
      const met = new Map<string, Set<string>>()
      for (const person of travelled) for (const suspect of suspectsOf.get(person) ?? []) addTo(met, suspect, person)
      const shared = [...met].filter(([, known]) => known.size > 1)
      shared.sort(([a, one], [b, other]) => other.size - one.size || byId(a, b))
      return { from, to, persons: [...travelled].sort(), suspects: shared.map(([id]) => id) }
    })
    .sort((a, b) => b.persons.length - a.persons.length || byId(`${a.from} ${a.to}`, `${b.from} ${b.to}`))
}

const personsOf = (nodes: Network['nodes']): ReadonlySet<string> =>
  new Set(nodes.filter(({ of }) => of === 'person').map(({ id }) => id))

function addTo(sets: Map<string, Set<string>>, key: string, value: string): void {
  const known = sets.get(key)
  if (known) known.add(value)
  else sets.set(key, new Set([value]))
}

const byId = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
