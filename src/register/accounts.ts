import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import type { Desk } from './desk.ts'
import { covers, type GrantRow, giveGrant, grantsOf } from './grants.ts'
import type { Keys } from './keys.ts'
import { RegisterProblem } from './problem.ts'
import type { Grant } from '#access/permission.ts'

/** What names a member of staff. */
export interface StaffWords {
  readonly name: string
  readonly login: string | null
  readonly language: string
  /** Where notices go, if anywhere. */
  readonly mail?: string | null
}

/** Sealed whole in the row; leaves this file as `StaffWords` or, for the door alone, as `Credentials`. */
interface StaffSecret extends StaffWords {
  /** Base32 secret of the second factor, once confirmed; `offered` before that. */
  readonly totp: string | null
  readonly offered: string | null
}

/** What opens the door; never part of a row, so that printing a row gives nothing away. */
export interface Credentials {
  /** argon2id PHC; null for a program. */
  readonly password: string | null
  readonly totp: string | null
  readonly offered: string | null
}

export interface AccountRow {
  readonly id: string
  readonly kind: 'user' | 'service'
  readonly secret: StaffWords
  /** Has a second factor. */
  readonly totp: boolean
  readonly mustChange: boolean
  readonly state: 'active' | 'closed'
  readonly version: number
  readonly createdAt: Date
  readonly lastSeenAt: Date | null
  readonly grants: readonly GrantRow[]
}

interface Stored {
  id: string
  kind: 'user' | 'service'
  sealed: Buffer
  password: string | null
  must_change: boolean
  state: 'active' | 'closed'
  version: number
  created_at: Date
  last_seen_at: Date | null
}

const columns = 'id, kind, sealed, password, must_change, state, version, created_at, last_seen_at'

/** Logins are compared without case, width and surrounding space. */
export const loginHash = (keys: Keys, login: string): Buffer => keys.loginHash(login.normalize('NFKC'))

export interface NewAccount {
  readonly name: string
  readonly login: string
  /** argon2id PHC of `hashPassword`. */
  readonly password: string
  readonly mustChange: boolean
  readonly language?: string
  readonly grants: readonly Grant[]
}

/** Opens an account for a member of staff; the grants obey `mayGrant`, those that take two people wait. */
export async function createAccount(desk: Desk, o: NewAccount): Promise<AccountRow> {
  const id = uuidv7()
  const { keys } = desk.register
  const secret: StaffSecret = { name: o.name, login: o.login, language: o.language ?? 'en', totp: null, offered: null }
  const added = await desk.client.query(
    `insert into account (id, kind, login_hash, sealed, password, must_change, state, created_at, created_by)
     values ($1, 'user', $2, $3, $4, $5, 'active', $6, $7) on conflict (login_hash) do nothing`,
    [id, loginHash(keys, o.login), seal(keys, id, secret), o.password, o.mustChange, desk.now, byWhom(desk)],
  )
  if (added.rowCount === 0) throw new RegisterProblem('taken', 'This login is already in use.', { field: 'login' })
  for (const grant of o.grants) await giveGrant(desk, id, grant)
  return (await accountById(desk, id)) as AccountRow
}

/** An account for a program: no password, tokens only. */
export async function createServiceAccount(desk: Desk, name: string, grants: readonly Grant[]): Promise<AccountRow> {
  const id = uuidv7()
  const secret: StaffSecret = { name, login: null, language: 'en', totp: null, offered: null }
  await desk.client.query(
    `insert into account (id, kind, sealed, state, created_at, created_by) values ($1, 'service', $2, 'active', $3, $4)`,
    [id, seal(desk.register.keys, id, secret), desk.now, byWhom(desk)],
  )
  for (const grant of grants) await giveGrant(desk, id, grant)
  return (await accountById(desk, id)) as AccountRow
}

/** The account whoever asks; null when there is none. Ask `covers` before showing it to a manager. */
export async function accountById(desk: Pick<Desk, 'client' | 'register'>, id: string): Promise<AccountRow | null> {
  const found = await desk.client.query<Stored>(`select ${columns} from account where id = $1`, [id])
  return (await withGrants(desk, found.rows))[0] ?? null
}

/** For the door: the account of a login, with what a password and a code are compared with; null when there is none. */
export async function accountByLogin(
  desk: Pick<Desk, 'client' | 'register'>,
  login: string,
): Promise<(AccountRow & { readonly password: string | null; readonly totpSecret: string | null }) | null> {
  const hash = loginHash(desk.register.keys, login)
  const found = await desk.client.query<Stored>(`select ${columns} from account where login_hash = $1`, [hash])
  // Asked for an unknown login too: both cost the same questions.
  const [row] = await withGrants(desk, found.rows)
  const [stored] = found.rows
  if (!row || !stored) return null
  return { ...row, password: stored.password, totpSecret: unseal(desk.register.keys, stored).totp }
}

/** For the door: what the password and the code of one's own account are compared with. */
export async function credentialsOf(desk: Pick<Desk, 'client' | 'register'>, id: string): Promise<Credentials | null> {
  const found = await desk.client.query<Stored>(`select ${columns} from account where id = $1`, [id])
  const [row] = found.rows
  if (!row) return null
  const { totp, offered } = unseal(desk.register.keys, row)
  return { password: row.password, totp, offered }
}

/** Accounts of one kind that the asker manages, oldest first; `after` is the id of the last one seen. */
export async function listAccounts(
  desk: Desk,
  o: { kind: 'user' | 'service'; after?: string | undefined; limit: number },
): Promise<{ items: AccountRow[]; next: string | null }> {
  const managed = desk.permissions.reach('manage_users')
  const found = await desk.client.query<Stored>(
    `select ${columns} from account a
      where kind = $1 and ($2::uuid is null or id > $2)
        and ($3 or exists (select from grant_row g where g.account_id = a.id and g.state <> 'removed' and g.office_id = any ($4)))
      order by id limit $5`,
    [o.kind, o.after ?? null, managed.all, managed.all ? [] : managed.offices, o.limit + 1],
  )
  const items = await withGrants(desk, found.rows.slice(0, o.limit))
  return { items, next: found.rows.length > o.limit ? (items.at(-1)?.id ?? null) : null }
}

/** An account that the asker may manage: every grant of it lies within reach. Else it does not exist for the asker. */
export async function managedAccount(desk: Desk, id: string, kind: 'user' | 'service'): Promise<AccountRow> {
  const account = await accountById(desk, id)
  if (!account || account.kind !== kind || !covers(desk, account))
    throw new RegisterProblem('not_found', 'There is no such account, or you have no access to it.')
  return account
}

export interface AccountEdit {
  readonly state?: 'active' | 'closed' | undefined
  /** argon2id PHC of a password that the person must change after the next sign-in. */
  readonly password?: string | undefined
  readonly removeTotp?: true | undefined
}

/**
 * A manager changes somebody else's account. Every edit ends its sessions. A new password or the end of the second
 * factor would let one manager act as another, and so sign twice: for accounts whose roles take two people to give,
 * that is refused, and done on the server itself by the command line.
 */
export async function editAccount(
  desk: Desk,
  { id, kind, base }: { id: string; kind: 'user' | 'service'; base: number },
  edit: AccountEdit,
): Promise<AccountRow> {
  const account = await managedAccount(desk, id, kind)
  if (desk.actor.id === id)
    throw new RegisterProblem('not_allowed', 'Nobody changes the own account this way.', { reason: 'own_account' })
  const opensDoor = edit.password !== undefined || edit.removeTotp === true
  if (opensDoor && desk.actor.kind !== 'system' && account.grants.some(grant => grant.takesTwo)) {
    throw new RegisterProblem(
      'not_allowed',
      'This account holds a role that takes two people. Its password is reset on the server, by the command line.',
      { reason: 'takes_two_people' },
    )
  }
  const { keys } = desk.register
  const stored = await storedForUpdate(desk, id)
  const secret = edit.removeTotp ? { ...unseal(keys, stored), totp: null, offered: null } : unseal(keys, stored)
  const changed = await desk.client.query(
    `update account set sealed = $3, password = coalesce($4, password), must_change = must_change or $4::text is not null,
            state = coalesce($5, state), version = version + 1 where id = $1 and version = $2`,
    [id, base, seal(keys, id, secret), edit.password ?? null, edit.state ?? null],
  )
  if (changed.rowCount === 0)
    throw new RegisterProblem('stale', 'Somebody else changed this account. Look again, then save.')
  await desk.client.query('delete from session where account_id = $1', [id])
  return (await accountById(desk, id)) as AccountRow
}

/** The person's own password; ends every other session of the account. */
export async function changePassword(desk: Desk, password: string, keepSession: Buffer): Promise<void> {
  const id = desk.actor.id
  await desk.client.query(
    'update account set password = $2, must_change = false, version = version + 1 where id = $1',
    [id, password],
  )
  await desk.client.query('delete from session where account_id = $1 and token_hash <> $2', [id, keepSession])
}

/** The person's own sealed part: language, and the second factor's offer, confirmation and end. */
export async function editOwnSecret(
  desk: Desk,
  edit: Partial<Pick<StaffSecret, 'language' | 'mail' | 'totp' | 'offered'>>,
): Promise<void> {
  const id = desk.actor.id
  const { keys } = desk.register
  const secret = { ...unseal(keys, await storedForUpdate(desk, id)), ...edit }
  await desk.client.query('update account set sealed = $2 where id = $1', [id, seal(keys, id, secret)])
}

/** Where letters to this account go; null when it is closed or wants none. */
export async function mailboxOf(
  desk: Pick<Desk, 'client' | 'register'>,
  id: string,
): Promise<{ address: string; language: string } | null> {
  const found = await desk.client.query<Stored>(`select ${columns} from account where id = $1 and state = 'active'`, [
    id,
  ])
  const [row] = found.rows
  if (!row) return null
  const { mail, language } = unseal(desk.register.keys, row)
  return mail ? { address: mail, language } : null
}

/** Takes a six-digit code's time step once. False: this step, or a later one, has been used before. */
export async function takeTotpStep(client: pg.PoolClient, account: string, step: number): Promise<boolean> {
  const taken = await client.query(
    'update account set totp_step = $2 where id = $1 and (totp_step is null or totp_step < $2)',
    [account, step],
  )
  return taken.rowCount === 1
}

/** Display names of accounts, closed ones too: a case file shows who wrote. Ids nobody knows are left out. */
export async function namesOf(
  desk: Pick<Desk, 'client' | 'register'>,
  ids: Iterable<string>,
): Promise<Map<string, string>> {
  const found = await desk.client.query<Stored>(`select ${columns} from account where id = any ($1::uuid[])`, [
    [...new Set(ids)],
  ])
  return new Map(found.rows.map(row => [row.id, unseal(desk.register.keys, row).name]))
}

/** Active members of staff with an active grant at one of the offices; `all`: everybody. Sorted by name. */
export async function staffAt(desk: Desk, offices: readonly string[] | 'all'): Promise<{ id: string; name: string }[]> {
  const found = await desk.client.query<Stored>(
    `select ${columns} from account a where kind = 'user' and state = 'active' and exists
       (select from grant_row g where g.account_id = a.id and g.state = 'active' and ($1 or g.office_id = any ($2)))`,
    [offices === 'all', offices === 'all' ? [] : offices],
  )
  const names = found.rows.map(row => ({ id: row.id, name: unseal(desk.register.keys, row).name }))
  return names.sort((a, b) => a.name.localeCompare(b.name, 'en') || a.id.localeCompare(b.id))
}

async function withGrants(desk: Pick<Desk, 'client' | 'register'>, rows: readonly Stored[]): Promise<AccountRow[]> {
  const grants = await grantsOf(
    desk.client,
    rows.map(row => row.id),
  )
  return rows.map(row => {
    const { name, login, language, mail, totp } = unseal(desk.register.keys, row)
    return {
      id: row.id,
      kind: row.kind,
      secret: { name, login, language, mail: mail ?? null },
      totp: totp !== null,
      mustChange: row.must_change,
      state: row.state,
      version: row.version,
      createdAt: row.created_at,
      lastSeenAt: row.last_seen_at,
      grants: grants.get(row.id) ?? [],
    }
  })
}

async function storedForUpdate(desk: Pick<Desk, 'client'>, id: string): Promise<Stored> {
  const found = await desk.client.query<Stored>(`select ${columns} from account where id = $1 for update`, [id])
  const [row] = found.rows
  if (!row) throw new RegisterProblem('not_found', 'There is no such account, or you have no access to it.')
  return row
}

const seal = (keys: Keys, id: string, secret: StaffSecret): Buffer => keys.sealSystem(`account:${id}`, secret)

const unseal = (keys: Keys, row: Stored): StaffSecret => keys.openSystem(`account:${row.id}`, row.sealed) as StaffSecret

const byWhom = (desk: Desk): string | null => (desk.actor.kind === 'system' ? null : desk.actor.id)
