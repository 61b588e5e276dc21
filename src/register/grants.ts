import type pg from 'pg'
import { uuidv7 } from 'uuidv7'
import { mayApprove, mayGrant } from '#access/granting.ts'
import type { Grant } from '#access/permission.ts'
import { roles } from '#access/role.ts'
import type { Desk } from './desk.ts'
import { RegisterProblem } from './problem.ts'

/** A role handed to an account at an office. It counts from the next request on, and stops counting the same way. */
export interface GrantRow extends Grant {
  readonly id: string
  readonly account: string
  readonly state: 'active' | 'waiting'
  readonly askedBy: string | null
  /** Handing it out takes two people. */
  readonly takesTwo: boolean
}

interface Stored {
  id: string
  account_id: string
  role: Grant['role']
  office_id: string
  scope: Grant['scope']
  state: 'active' | 'waiting'
  asked_by: string | null
}

const columns = 'id, account_id, role, office_id, scope, state, asked_by'

/** Grants of several accounts at once, oldest first. */
export async function grantsOf(client: pg.PoolClient, accounts: readonly string[]): Promise<Map<string, GrantRow[]>> {
  const found = await client.query<Stored>(
    `select ${columns} from grant_row where account_id = any ($1::uuid[]) and state <> 'removed' order by id`,
    [accounts],
  )
  return Map.groupBy(found.rows.map(toRow), grant => grant.account)
}

/** Gives a role, at once or waiting for a second person. Throws `refused` with the reason of `mayGrant`. */
export async function giveGrant(desk: Desk, account: string, grant: Grant): Promise<GrantRow> {
  const verdict = mayGrant(desk.permissions, account, grant)
  if (!verdict.allowed) throw refused(verdict.reason ?? 'no_such_role')
  if (!desk.offices.byId(grant.office)) throw refused('no_such_office')
  const receiver = await desk.client.query<{ kind: string }>(
    `select kind from account where id = $1 and state = 'active' for share`,
    [account],
  )
  if (!receiver.rows[0])
    throw new RegisterProblem('not_found', 'There is no such account or grant, or you have no access to it.')
  const forProgram = receiver.rows[0].kind === 'service'
  if (forProgram && roles.get(grant.role)?.verbs.includes('manage_users')) {
    throw refused('not_for_programs')
  }
  const waits = verdict.needsSecond && desk.actor.kind !== 'system' && !(await isSecondAdministrator(desk, grant))
  const added = await desk.client.query<Stored>(
    `insert into grant_row (id, account_id, role, office_id, scope, state, asked_by, asked_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)
     on conflict (account_id, role, office_id, scope) where state <> 'removed' do nothing returning ${columns}`,
    [uuidv7(), account, grant.role, grant.office, grant.scope, waits ? 'waiting' : 'active', byWhom(desk), desk.now],
  )
  if (!added.rows[0])
    throw new RegisterProblem('taken', 'This account holds that role there already.', { field: 'grants' })
  return toRow(added.rows[0])
}

/** The second signature: a person who neither asked nor receives, and could have given it. */
export async function approveGrant(desk: Desk, id: string): Promise<GrantRow> {
  const grant = await lockedGrant(desk, id)
  const request = { by: grant.askedBy ?? '', account: grant.account, grant }
  // Outside one's own reach the grant does not exist; inside it, the asker is told why not.
  if (!mayGrant(desk.permissions, grant.account, grant).allowed && desk.actor.id !== grant.account) {
    throw new RegisterProblem('not_found', 'There is no such account or grant, or you have no access to it.')
  }
  if (grant.state !== 'waiting') throw new RegisterProblem('stale', 'This grant is not waiting for a signature.')
  if (desk.actor.kind !== 'user' || !mayApprove(desk.permissions, request)) throw refused('second_person')
  const approved = await desk.client.query<Stored>(
    `update grant_row set state = 'active', approved_by = $2, approved_at = $3
      where id = $1 and state = 'waiting' returning ${columns}`,
    [id, desk.actor.id, desk.now],
  )
  return toRow(approved.rows[0] as Stored)
}

/** Takes a role away, or turns a waiting one down. The row stays for later questions. */
export async function removeGrant(desk: Desk, account: string, id: string): Promise<void> {
  const grant = await lockedGrant(desk, id)
  if (grant.account !== account)
    throw new RegisterProblem('not_found', 'There is no such account or grant, or you have no access to it.')
  if (desk.actor.id === account) throw refused('own_account')
  if (!mayGrant(desk.permissions, account, grant).allowed)
    throw new RegisterProblem('not_found', 'There is no such account or grant, or you have no access to it.')
  await desk.client.query(`update grant_row set state = 'removed', removed_by = $2, removed_at = $3 where id = $1`, [
    id,
    byWhom(desk),
    desk.now,
  ])
}

/** True when the asker could have given every grant of the account: only then may the account be changed. */
export function covers(desk: Desk, account: { readonly grants: readonly Grant[] }): boolean {
  const managed = desk.permissions.reach('manage_users')
  if (managed.all) return true
  const within = (grant: Grant) => grant.scope !== 'all' && managed.offices.includes(grant.office)
  return account.grants.length > 0 && account.grants.every(within)
}

/**
 * With one administrator there is nobody to sign second, so the first one may appoint exactly one other alone. Counted
 * over all grants ever made: removing the second administrator does not bring the exception back.
 */
async function isSecondAdministrator(desk: Desk, grant: Grant): Promise<boolean> {
  if (grant.role !== 'administrator') return false
  await desk.client.query('lock table grant_row in share row exclusive mode')
  const ever = await desk.client.query(`select distinct account_id from grant_row where role = 'administrator'`)
  return ever.rowCount === 1
}

async function lockedGrant(desk: Desk, id: string): Promise<GrantRow> {
  const found = await desk.client.query<Stored>(
    `select ${columns} from grant_row where id = $1 and state <> 'removed' for update`,
    [id],
  )
  if (!found.rows[0])
    throw new RegisterProblem('not_found', 'There is no such account or grant, or you have no access to it.')
  return toRow(found.rows[0])
}

const sentences = {
  own_account: 'Nobody gives a role to oneself or takes the own role away.',
  not_manager_there: 'You may give roles only in the offices whose accounts you manage.',
  no_such_role: 'There is no such role.',
  scope_not_for_role: 'This role cannot be given with this scope.',
  no_such_office: 'There is no such office.',
  not_for_programs: 'A program does not manage accounts.',
  second_person: 'Somebody other than the asker and the receiver must sign.',
} as const

const refused = (reason: keyof typeof sentences) => new RegisterProblem('not_allowed', sentences[reason], { reason })

const takesTwo = (grant: { role: Grant['role']; scope: Grant['scope'] }) =>
  roles.get(grant.role)?.secondApprover === true || grant.scope === 'all'

const toRow = (row: Stored): GrantRow => ({
  id: row.id,
  account: row.account_id,
  role: row.role,
  office: row.office_id,
  scope: row.scope,
  state: row.state,
  askedBy: row.asked_by,
  takesTwo: takesTwo(row),
})

const byWhom = (desk: Desk): string | null => (desk.actor.kind === 'system' ? null : desk.actor.id)
