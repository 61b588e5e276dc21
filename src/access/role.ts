import { type Sensitivity, sensitivities } from '#dictionary/field.ts'
import { rightsBySubject } from './rights/all.ts'
import { both, readOnly, type RoleId, type TypeRights, working } from './type-rights.ts'

export { type RoleId, roleIds, type TypeRights } from './type-rights.ts'

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
  // Settles what another person asked for: a plan, a closure, money over a ceiling, an exception.
  'approve',
  'approve_money',
  'assign',
  // Answers what persons ask of us about their data; erasure, with a second person.
  'decide_rights',
  // Sees cases marked as restricted that are not one's own.
  'open_restricted',
  'open_address',
  'view_network',
  // Decides whether two person records are the same human being, from names and facts without the stories.
  'review_links',
  // Freezes a report for good; a public one with a second person who may, too.
  'publish_report',
  // Asks for a release of coded facts to the world, looks at its preview and approves it, with a second person.
  'publish_release',
] as const
export type PlainVerb = (typeof plainVerbs)[number]

export const verbs = ['read', 'write', ...plainVerbs] as const
export type Verb = (typeof verbs)[number]

/** own: what one wrote or whose case one carries; office and region: the office of the grant and all below; all. */
export const scopes = ['own', 'office', 'region', 'all'] as const
export type Scope = (typeof scopes)[number]

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

const wholePerson = both('open', 'identity', 'contact', 'location')
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
    verbs: ['count', 'search_names', 'resolve_conflict', 'open_address'],
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
    // Answers for a team: its caseload, what is late, what waits for a second person.
    id: 'supervisor',
    scopes: ['office', 'region'],
    verbs: [
      'count',
      'search_names',
      'resolve_conflict',
      'approve',
      'approve_money',
      'assign',
      'open_restricted',
      'open_address',
      'change_log',
    ],
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
    // Donors, projects and money: whether somebody is eligible follows from codes, never from a story.
    id: 'fund_manager',
    scopes: wide,
    verbs: ['count', 'approve', 'approve_money'],
    types: openOf(['person', 'case', 'service', 'movement', 'plan', 'task'], readOnly),
  },
  {
    // Sees who is tied to whom and over which borders; neither stories nor contacts.
    id: 'network_analyst',
    scopes: wide,
    verbs: ['count', 'view_network'],
    types: {
      person: readOnly('open'),
      case: readOnly('open'),
      leg: readOnly('open'),
      actor: readOnly('justice'),
    },
    secondApprover: true,
  },
  {
    // Completeness and duplicates: codes of every type, names to tell two persons apart, no narrative, no contact.
    id: 'data_focal_point',
    scopes: wide,
    verbs: [
      'count',
      'search_names',
      'change_log',
      'import',
      'export_open',
      'export_identity',
      'resolve_conflict',
      'review_links',
      'publish_report',
    ],
    types: {
      person: both('open', 'identity'),
      link: working,
      aggregate: both('open'),
      ...openOf([...Object.keys(caseWork), 'lead', 'call'], both),
    },
  },
  { id: 'regional_analyst', scopes: ['office', 'region'], verbs: ['count', 'publish_report'], types: {} },
  {
    id: 'global_analyst',
    scopes: ['all'],
    verbs: ['count', 'publish_report', 'publish_release'],
    types: {},
    secondApprover: true,
  },
  {
    id: 'data_protection_officer',
    scopes: wide,
    verbs: ['count', 'read_log', 'change_log', 'verify', 'approve', 'decide_rights', 'publish_release'],
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
  { id: 'report_writer', scopes: wide, verbs: ['count', 'publish_report'], types: {} },
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

/** Types of a subject are declared beside each other in `rights/`, for all roles at once. */
const withSubjects = (role: Role): Role => {
  const types: Record<string, TypeRights> = { ...role.types }
  for (const [type, byRole] of rightsBySubject) {
    const rights = role.internal ? both(...sensitivities) : byRole[role.id]
    if (rights) types[type] = rights
  }
  return { ...role, types }
}

export const roles: ReadonlyMap<RoleId, Role> = new Map(declared.map(role => [role.id, withSubjects(role)]))

/** Roles of accounts that have this verb. */
export const rolesWith = (verb: PlainVerb): readonly RoleId[] =>
  declared.flatMap(role => (!role.internal && role.verbs.includes(verb) ? [role.id] : []))
