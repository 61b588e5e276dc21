import type { Sensitivity } from '#dictionary/field.ts'

/**
 * Roles as data: what a persona needs for the daily job and nothing more. A role says nothing about whose records; that
 * is the scope of the grant. A type, class or verb that a role does not name is denied. Labels: catalogue `role.<id>`.
 */

/** Acts that are not reading or writing one record. `count` = see figures; `change_log` = see who changed what. */
export const plainVerbs = [
  'count',
  'search_names',
  'manage_users',
  'manage_offices',
  'manage_dictionary',
  'read_log',
  'change_log',
  'verify',
  'import',
  'export_open',
  'export_identity',
  'resolve_conflict',
] as const
export type PlainVerb = (typeof plainVerbs)[number]

export const verbs = ['read', 'write', ...plainVerbs] as const
export type Verb = (typeof verbs)[number]

/** own: what one wrote or whose case one carries; office and region: the office of the grant and all below; all. */
export const scopes = ['own', 'office', 'region', 'all'] as const
export type Scope = (typeof scopes)[number]

export const roleIds = [
  'caseworker',
  'hotline_operator',
  'shelter_manager',
  'return_officer',
  'reintegration_officer',
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

export interface Role {
  readonly id: RoleId
  /** Scopes a grant of this role may have. */
  readonly scopes: readonly Scope[]
  readonly verbs: readonly PlainVerb[]
  readonly types: Readonly<Record<string, TypeRights>>
  /** Handing it out takes two people. */
  readonly secondApprover?: true
  /** Never granted to an account. */
  readonly internal?: true
}

const both = (...classes: Sensitivity[]): TypeRights => ({ read: classes, write: classes })
const readOnly = (...classes: Sensitivity[]): TypeRights => ({ read: classes, write: [] })

const wholePerson = both('open', 'identity', 'contact', 'location')
const working = both('open', 'narrative')
const office = ['own', 'office'] as const
const wide = ['office', 'region', 'all'] as const

/** Everything under a case that is not of a special class, as the people who carry the case need it. */
const caseWork = {
  case: both('open', 'narrative', 'location'),
  consent: working,
  screening: working,
  determination: working,
  episode: both('open', 'narrative', 'location'),
  leg: both('open', 'location'),
  risk: working,
  service: working,
  referral: working,
  movement: working,
  visit: working,
  note: working,
  task: working,
  plan: working,
} satisfies Record<string, TypeRights>

const openOf = (types: readonly string[], rights: (...c: Sensitivity[]) => TypeRights) =>
  Object.fromEntries(types.map(type => [type, rights('open')]))

const declared: readonly Role[] = [
  {
    id: 'caseworker',
    scopes: office,
    verbs: ['count', 'search_names', 'resolve_conflict'],
    types: {
      person: both('open', 'identity', 'contact', 'location', 'health'),
      link: working,
      ...caseWork,
      health: both('health'),
      actor: both('justice'),
      proceeding: both('justice'),
      lead: working,
      call: working,
    },
  },
  {
    id: 'hotline_operator',
    scopes: office,
    verbs: ['count', 'search_names'],
    types: {
      person: both('open', 'identity', 'contact'),
      case: both('open', 'narrative'),
      consent: working,
      risk: working,
      service: working,
      referral: working,
      note: working,
      task: working,
      lead: working,
      call: working,
    },
  },
  {
    // Medication and care in the house need the health notes; what happened before does not.
    id: 'shelter_manager',
    scopes: office,
    verbs: ['count', 'search_names', 'resolve_conflict'],
    types: {
      person: both('open', 'identity', 'contact', 'health'),
      case: { read: ['open'], write: ['open'] },
      consent: working,
      risk: working,
      service: working,
      referral: working,
      visit: working,
      note: working,
      task: working,
      plan: working,
      health: both('health'),
    },
  },
  {
    // Fitness to travel and medical escort are read from the health notes, never written.
    id: 'return_officer',
    scopes: office,
    verbs: ['count', 'search_names', 'resolve_conflict'],
    types: {
      person: wholePerson,
      case: both('open', 'location'),
      consent: working,
      determination: readOnly('open'),
      risk: working,
      service: working,
      referral: working,
      movement: working,
      visit: working,
      note: working,
      task: working,
      plan: working,
      health: readOnly('health'),
    },
  },
  {
    id: 'reintegration_officer',
    scopes: office,
    verbs: ['count', 'search_names', 'resolve_conflict'],
    types: {
      person: wholePerson,
      case: both('open', 'location'),
      consent: working,
      risk: working,
      service: working,
      referral: working,
      movement: readOnly('open', 'narrative'),
      visit: working,
      note: working,
      task: working,
      plan: working,
    },
  },
  {
    // Completeness and duplicates: codes of every type, names to tell two persons apart, no narrative, no contact.
    id: 'data_focal_point',
    scopes: wide,
    verbs: ['count', 'search_names', 'change_log', 'import', 'export_open', 'export_identity', 'resolve_conflict'],
    types: {
      person: both('open', 'identity'),
      link: working,
      aggregate: both('open'),
      ...openOf([...Object.keys(caseWork), 'lead', 'call'], both),
    },
  },
  { id: 'regional_analyst', scopes: ['office', 'region'], verbs: ['count'], types: {} },
  { id: 'global_analyst', scopes: ['all'], verbs: ['count'], types: {}, secondApprover: true },
  {
    id: 'data_protection_officer',
    scopes: wide,
    verbs: ['count', 'read_log', 'change_log', 'verify'],
    types: openOf(['person', 'link', 'aggregate', ...Object.keys(caseWork), 'lead', 'call'], readOnly),
  },
  {
    // An organisation of its own: its cases are private to it, and it can leave with its data. An organisation that
    // runs a shelter or gives legal aid is granted that role too, in its own office.
    id: 'partner',
    scopes: office,
    verbs: ['count', 'search_names', 'export_open', 'export_identity', 'resolve_conflict'],
    types: { person: wholePerson, ...caseWork, lead: working, call: working },
  },
  { id: 'report_writer', scopes: wide, verbs: ['count'], types: {} },
  { id: 'researcher', scopes: wide, verbs: ['count'], types: {} },
  {
    id: 'administrator',
    scopes: wide,
    verbs: ['manage_users', 'manage_offices', 'manage_dictionary', 'verify'],
    types: {},
    secondApprover: true,
  },
  {
    // The machine itself (start-up, demo, folding of imports already authorised). Counts only for actors of kind system.
    id: 'system',
    scopes: ['all'],
    verbs: plainVerbs,
    types: {
      person: both('open', 'identity', 'contact', 'location', 'health'),
      link: working,
      aggregate: both('open'),
      ...caseWork,
      health: both('health'),
      actor: both('justice'),
      proceeding: both('justice'),
      lead: working,
      call: working,
    },
    internal: true,
  },
]

export const roles: ReadonlyMap<RoleId, Role> = new Map(declared.map(role => [role.id, role]))
