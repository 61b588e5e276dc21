import type { ConfidentialityLevel } from '#dictionary/data/confidentiality-levels.ts'

/**
 * Who is let into a case that is not for everybody whose role and scope reach it. A guard is a list of names, of which a
 * reader must hold one; null lets in whoever the scope lets in. PostgreSQL asks the same of every row (migration 0018):
 * the guard is stored with it, and overlaps with what the request holds. A guard never opens what the scope does not.
 */
export type Guard = readonly string[] | null

/** What decides who is let into one case. */
export interface GuardedCase {
  readonly id: string
  readonly office: string
  /** Offices to which it was handed over. */
  readonly shared: readonly string[]
  readonly level: ConfidentialityLevel
  readonly worker: string | null
  /** Accounts that are named on the case. */
  readonly named: readonly string[]
}

/** The machine itself: imports, rebuilds, answers through a link. */
const machine = 'register'

/** Guards of all cases of one person, and of what hangs on the person alone. */
export interface PersonGuards {
  readonly cases: ReadonlyMap<string, Guard>
  readonly person: Guard
}

/**
 * Restricted: the worker, whom the case names, who carries the case that a mission opened when this one was handed over to
 * it, and who holds `open_restricted` there or here. Strict: the worker and whom the case names. The person is seen by
 * those who see one of the cases; as long as all are ordinary, by everybody in scope.
 */
export function guardsOf(cases: readonly GuardedCase[]): PersonGuards {
  const guards = new Map(cases.map(each => [each.id, guardOf(each, cases)]))
  if ([...guards.values()].every(guard => guard === null)) return { cases: guards, person: null }
  const names = cases.flatMap(each => guards.get(each.id) ?? ordinary(each))
  return { cases: guards, person: sorted(names) }
}

function guardOf(of: GuardedCase, all: readonly GuardedCase[]): Guard {
  const people = [...(of.worker === null ? [] : [of.worker]), ...of.named].map(account)
  switch (of.level) {
    case 'ordinary':
      return null
    case 'strict':
      return sorted([machine, ...people])
    case 'restricted': {
      const takers = all.flatMap(({ id, office, worker }) =>
        id !== of.id && worker !== null && of.shared.includes(office) ? [account(worker)] : [],
      )
      const holders = ['all', of.office, ...of.shared].map(office => `restricted:${office}`)
      return sorted([machine, ...people, ...takers, ...holders])
    }
    default:
      return of.level satisfies never
  }
}

const ordinary = ({ office, shared }: GuardedCase) => [
  machine,
  ...['all', office, ...shared].map(each => `office:${each}`),
]

/** A request that a person makes about their own data: besides, whoever decides it there. */
export const guardOfRequest = (person: Guard, office: string): Guard =>
  person === null ? null : sorted([...person, 'decide:all', `decide:${office}`])

/** A link says that two persons are one: for those only who see both. Names in common are enough, and never too much. */
export function guardOfLink(one: Guard, other: Guard): Guard {
  if (one === null || other === null) return one ?? other
  const both = new Set(other)
  return one.filter(name => both.has(name))
}

/** Where something reaches: offices, or everywhere. */
type Where = { readonly all: true } | { readonly all: false; readonly offices: readonly string[] }

export interface Holder {
  readonly account: string
  readonly machine: boolean
  /** Where the holder reads or writes anything at all. */
  readonly scope: Where
  /** Where the holder has the verb `open_restricted`, and where `decide_rights`. */
  readonly restricted: Where
  readonly decide: Where
}

/** The names that a reader holds, but for those of the scope, which PostgreSQL adds from the reach of the request. */
export const ownOpeners = ({ account: id, machine: isMachine, restricted, decide }: Omit<Holder, 'scope'>): string[] =>
  sorted([account(id), ...at('restricted', restricted), ...at('decide', decide), ...(isMachine ? [machine] : [])])

export const openersOf = (holder: Holder): ReadonlySet<string> =>
  new Set([...ownOpeners(holder), ...at('office', holder.scope)])

export const opens = (guard: Guard, openers: ReadonlySet<string>): boolean =>
  guard === null || guard.some(name => openers.has(name))

/** Is this account named by the guard: the worker, or a colleague who is named on the case? */
export const names = (guard: Guard, id: string): boolean => guard?.includes(account(id)) ?? false

/** Offices whose holders of `open_restricted` are let in. */
export const officesLetIn = (guard: Guard): string[] =>
  (guard ?? []).flatMap(name => (name.startsWith('restricted:') && name !== 'restricted:all' ? [name.slice(11)] : []))

const account = (id: string) => `account:${id}`
const at = (kind: string, where: Where) => (where.all ? [`${kind}:all`] : where.offices.map(id => `${kind}:${id}`))
const sorted = (list: readonly string[]) => [...new Set(list)].sort()
