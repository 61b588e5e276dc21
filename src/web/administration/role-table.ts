import { type Role, roles } from '#access/role.ts'
import { type Sensitivity, sensitivities } from '#dictionary/field.ts'

/** What each role may see and do, computed from the declaration that server and browser obey. Pure. */
export type Way = 'writes' | 'reads' | 'none'

export interface RoleLine {
  readonly role: Role
  /** The widest way in which the role meets fields of a class, over all kinds of record. */
  readonly ways: Readonly<Record<Sensitivity, Way>>
}

export function roleTable(): readonly RoleLine[] {
  return [...roles.values()].filter(role => !role.internal).map(role => ({ role, ways: waysOf(role) }))
}

function waysOf(role: Role): Record<Sensitivity, Way> {
  const rights = Object.values(role.types)
  const way = (of: Sensitivity): Way => {
    if (rights.some(({ write }) => write.includes(of))) return 'writes'
    return rights.some(({ read }) => read.includes(of)) ? 'reads' : 'none'
  }
  return Object.fromEntries(sensitivities.map(each => [each, way(each)])) as Record<Sensitivity, Way>
}

/** Roles that read, or write, fields of this class on this kind of record. */
export const rolesFor = (type: string, of: Sensitivity, way: 'read' | 'write'): readonly Role[] =>
  [...roles.values()].filter(role => !role.internal && role.types[type]?.[way].includes(of))
