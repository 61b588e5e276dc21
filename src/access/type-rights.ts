import type { Sensitivity } from '#dictionary/field.ts'

export const roleIds = [
  'caseworker',
  'hotline_operator',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
  'supervisor',
  'fund_manager',
  'network_analyst',
  'data_focal_point',
  'regional_analyst',
  'global_analyst',
  'data_protection_officer',
  'partner',
  'report_writer',
  'researcher',
  'administrator',
  'system',
] as const
export type RoleId = (typeof roleIds)[number]

/** Field classes of one record type that a role reads and writes. */
export interface TypeRights {
  readonly read: readonly Sensitivity[]
  readonly write: readonly Sensitivity[]
}

/** What each role may read and write of the record types of one subject; a role or type that is not named is denied. */
export type SubjectRights = Readonly<Record<string, Readonly<Partial<Record<RoleId, TypeRights>>>>>

export const both = (...classes: Sensitivity[]): TypeRights => ({ read: classes, write: classes })
export const readOnly = (...classes: Sensitivity[]): TypeRights => ({ read: classes, write: [] })
export const working = both('open', 'narrative')

/** The same rights for several roles. */
export const forRoles = (ids: readonly RoleId[], rights: TypeRights): Partial<Record<RoleId, TypeRights>> =>
  Object.fromEntries(ids.map(id => [id, rights]))
