import { z } from 'zod'
import { Grant } from './session.ts'
import { Id, Instant, Line, Page } from './shared.ts'

export const Office = z
  .object({
    id: Id,
    code: z.string(),
    name: z.string(),
    kind: z.enum(['headquarters', 'regional_office', 'mission', 'sub_office', 'partner', 'outside_source']),
    parent: Id.nullable(),
    country: z.string().nullable(),
    region: z.string().nullable(),
    /** A year, a month or a day; null: not recorded, or still open. */
    opened: z.string().nullable(),
    closed: z.string().nullable(),
    version: z.int(),
  })
  .meta({ id: 'Office' })
export const Offices = z.object({ items: z.array(Office) }).meta({ id: 'Offices' })
export const NewOffice = Office.omit({ version: true, id: true })
  .extend({
    code: Line(40),
    name: Line(200),
    country: Line(2, 2).nullable(),
    region: Line(40).nullable(),
    opened: Line(11).nullable().optional(),
    closed: Line(11).nullable().optional(),
  })
  .meta({ id: 'NewOffice' })
export const EditOffice = NewOffice.partial().extend({ version: z.int() }).meta({ id: 'EditOffice' })

/** A role somebody holds, or that waits for its second signature. */
export const HeldGrant = Grant.extend({ id: Id, state: z.enum(['active', 'waiting']), askedBy: Id.nullable() }).meta({
  id: 'HeldGrant',
})

export const Account = z
  .object({
    id: Id,
    name: z.string(),
    login: z.string(),
    state: z.enum(['active', 'locked', 'closed']),
    grants: z.array(HeldGrant),
    totp: z.boolean(),
    lastSeenAt: Instant.nullable(),
    version: z.int(),
  })
  .meta({ id: 'Account' })
export const Accounts = Page(Account)
export const NewAccount = z
  .object({
    name: Line(120),
    login: Line(200, 3),
    password: z.string().min(10).max(500),
    grants: z.array(Grant).min(1).max(10),
  })
  .meta({ id: 'NewAccount' })
export const EditAccount = z
  .object({
    state: z.enum(['active', 'closed']).optional(),
    password: z.string().min(10).max(500).optional(),
    /** Ends the second factor of somebody who lost the telephone. */
    removeTotp: z.literal(true).optional(),
    version: z.int(),
  })
  .meta({ id: 'EditAccount' })

export const ServiceAccount = z
  .object({
    id: Id,
    name: z.string(),
    state: z.enum(['active', 'closed']),
    version: z.int(),
    grants: z.array(HeldGrant),
    tokens: z.array(
      z.object({
        id: Id,
        label: z.string(),
        createdAt: Instant,
        expiresAt: Instant,
        lastUsedAt: Instant.nullable(),
        revokedAt: Instant.nullable(),
      }),
    ),
  })
  .meta({ id: 'ServiceAccount' })
export const ServiceAccounts = Page(ServiceAccount)
export const NewServiceAccount = z
  .object({ name: Line(120), grants: z.array(Grant).min(1).max(5) })
  .meta({ id: 'NewServiceAccount' })
export const NewToken = z
  .object({ label: Line(80), days: z.int().min(1).max(366).default(90) })
  .meta({ id: 'NewToken' })
/** The only time the token is shown. */
export const TokenReply = z.object({ id: Id, token: z.string() }).meta({ id: 'TokenReply' })

export const RoleInfo = z
  .object({ id: z.string(), label: z.string(), about: z.string(), scopes: z.array(z.string()) })
  .meta({ id: 'Role' })
export const Roles = z.object({ items: z.array(RoleInfo) })

/** Own fields, code lists and questionnaires: checked by the dictionary's own schema. */
export const DictionaryState = z
  .object({ version: z.int(), extensions: z.array(z.record(z.string(), z.unknown())) })
  .meta({
    id: 'DictionaryState',
    description: 'Version of the dictionary in force and the organisation’s own additions to the built-in one.',
  })
export const PublishExtension = z
  .object({ base: z.int(), extension: z.record(z.string(), z.unknown()) })
  .meta({ id: 'PublishExtension' })

export const ReadLogEntry = z
  .object({
    at: Instant,
    account: Id,
    accountName: z.string(),
    action: z.string(),
    person: Id.nullable(),
    case: Id.nullable(),
    /** The one record that a door of its own opened. */
    record: Id.nullable(),
    purpose: z.string(),
  })
  .meta({ id: 'ReadLogEntry' })
export const ReadLog = Page(ReadLogEntry)
export const ChangeLogEntry = z
  .object({
    id: Id,
    receivedAt: Instant,
    account: Id,
    accountName: z.string(),
    type: z.string(),
    record: Id,
    office: Id,
    version: z.int(),
    fields: z.array(z.string()),
  })
  .meta({ id: 'ChangeLogEntry' })
export const ChangeLog = Page(ChangeLogEntry)
export const Verification = z
  .object({
    checked: z.int(),
    broken: z.object({ type: z.string(), record: Id, version: z.int(), why: z.string() }).nullable(),
  })
  .meta({ id: 'Verification' })

/** Where the files of documents lie, and what of erased persons is still there. */
export const FilesState = z
  .object({
    place: z.object({ kind: z.enum(['folder', 's3', 'none']), where: z.string() }),
    /** `since` and `problem` (a code) are null when nothing waits, or nothing has failed. */
    erased: z.object({ waiting: z.int(), since: Instant.nullable(), problem: z.string().nullable() }),
  })
  .meta({ id: 'FilesState' })

export const Staff = z.object({ items: z.array(z.object({ id: Id, name: z.string() })) }).meta({ id: 'Staff' })
export const Paging = z.object({
  after: Id.optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
})
