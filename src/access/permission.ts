import type { Sensitivity } from '#dictionary/field.ts'
import { type Guard, type Holder, openersOf, opens } from './guard.ts'
import type { OfficeTree } from './office-tree.ts'
import { type PlainVerb, type Role, type RoleId, roles, type Scope, type Verb } from './role.ts'

/**
 * Who may do what to whose records, as one pure function for server and browser: the OR of the actor's grants, deny
 * when silent. The server compiles `reach` to SQL; `within` is the same predicate in memory and must agree with it.
 */
export interface Grant {
  readonly role: RoleId
  readonly office: string
  readonly scope: Scope
}

export interface Actor {
  readonly id: string
  readonly kind: 'user' | 'service' | 'system'
  readonly grants: readonly Grant[]
}

/** Where a record lives, as access sees it. */
export interface Target {
  readonly office: string
  /** Other offices to which the record was opened: those that assist the same person, or were sent it. Read only, but for a person. */
  readonly shared?: readonly string[]
  /** Read wherever it was written (the directory, funds): the record type is declared as common. */
  readonly common?: boolean
  /** The actor wrote the record or carries its case. */
  readonly own: boolean
  /** Who is let in where scope alone does not let in; absent or null: scope decides. */
  readonly guard?: Guard
}

/** Everything, or records of `offices` plus the actor's own records in `ownIn`. Both lists sorted, without repeats. */
export type Reach =
  | { readonly all: true }
  | { readonly all: false; readonly offices: readonly string[]; readonly ownIn: readonly string[] }

export interface Permissions {
  readonly actor: Actor
  /** What the actor shows to guards. */
  readonly holder: Holder
  /** Without a target: anywhere at all. With scope own, a target counts only when it is the actor's own. */
  may(verb: Verb, target?: { readonly office: string; readonly own?: boolean }): boolean
  /** Classes the actor reads of this record; empty: it does not exist for the actor. */
  readable(type: string, target: Target): ReadonlySet<Sensitivity>
  writable(type: string, target: Target): ReadonlySet<Sensitivity>
  /** For read and write, of one record type, or of any type when none is named. */
  reach(verb: Verb, type?: string): Reach
}

interface Held {
  readonly role: Role
  readonly reach: Reach
}

export const nowhere: Reach = { all: false, offices: [], ownIn: [] }

/** A grant counts only when its role is known, allows the scope, and is not the machine's own role on an account. */
export function permissionsOf(actor: Actor, tree: OfficeTree): Permissions {
  const held = actor.grants.flatMap((grant): Held[] => {
    const role = roles.get(grant.role)
    if (!role?.scopes.includes(grant.scope)) return []
    if (role.internal && actor.kind !== 'system') return []
    return [{ role, reach: reachOf(grant, tree) }]
  })

  const classes = (way: 'read' | 'write', type: string, target: Target): ReadonlySet<Sensitivity> => {
    if (target.guard && !opens(target.guard, openers())) return new Set()
    const place = way === 'read' || type === 'person' ? target : { office: target.office, own: target.own }
    const everywhere = way === 'read' && target.common === true
    return new Set(
      held
        .filter(({ reach }) => everywhere || within(reach, place))
        .flatMap(({ role }) => rightsOf(role, type)?.[way] ?? []),
    )
  }
  const reach = (verb: Verb, type?: string): Reach =>
    held.filter(({ role }) => grants(role, verb, type)).reduce<Reach>((sum, each) => join(sum, each.reach), nowhere)

  const wide = join(reach('read'), reach('write'))
  const holder: Holder = {
    account: actor.id,
    machine: actor.kind === 'system',
    scope: wide.all ? wide : { all: false, offices: union(wide.offices, wide.ownIn) },
    restricted: reach('open_restricted'),
    decide: reach('decide_rights'),
  }
  let shown: ReadonlySet<string> | null = null
  const openers = () => (shown ??= openersOf(holder))

  return {
    actor,
    holder,
    reach,
    readable: (type, target) => classes('read', type, target),
    writable: (type, target) => classes('write', type, target),
    may(verb, target) {
      if (!target) return held.some(({ role }) => grants(role, verb))
      return within(reach(verb), { office: target.office, own: target.own ?? false })
    },
  }
}

/** Does the reach cover the target, or an office to which it was opened? */
export function within(reach: Reach, target: Target): boolean {
  if (reach.all) return true
  return [target.office, ...(target.shared ?? [])].some(
    office => reach.offices.includes(office) || (target.own && reach.ownIn.includes(office)),
  )
}

/** The machine acting for itself; never the account of a human being or a service. */
export const systemActor = (id: string, office: string): Actor => ({
  id,
  kind: 'system',
  grants: [{ role: 'system', office, scope: 'all' }],
})

function reachOf(grant: Grant, tree: OfficeTree): Reach {
  switch (grant.scope) {
    case 'all':
      return { all: true }
    case 'own':
      return { all: false, offices: [], ownIn: tree.has(grant.office) ? [grant.office] : [] }
    case 'office':
    case 'region':
      return { all: false, offices: tree.below(grant.office), ownIn: [] }
    default:
      return grant.scope satisfies never
  }
}

function join(a: Reach, b: Reach): Reach {
  if (a.all || b.all) return { all: true }
  return { all: false, offices: union(a.offices, b.offices), ownIn: union(a.ownIn, b.ownIn) }
}

const union = (a: readonly string[], b: readonly string[]) => [...new Set([...a, ...b])].sort()

const rightsOf = (role: Role, type: string) => (Object.hasOwn(role.types, type) ? role.types[type] : undefined)

function grants(role: Role, verb: Verb, type?: string): boolean {
  if (verb !== 'read' && verb !== 'write') return (role.verbs as readonly PlainVerb[]).includes(verb)
  return type === undefined ? anywhere[verb].has(role) : (rightsOf(role, type)?.[verb].length ?? 0) > 0
}

/** Roles that read, or write, a record of any type at all. Each request asks it more than once. */
const anywhere = {
  read: rolesThat('read'),
  write: rolesThat('write'),
}

function rolesThat(way: 'read' | 'write'): ReadonlySet<Role> {
  return new Set([...roles.values()].filter(({ types }) => Object.values(types).some(rights => rights[way].length > 0)))
}
