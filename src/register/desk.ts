import type pg from 'pg'
import { type Actor, type Permissions, permissionsOf } from '#access/permission.ts'
import type { OfficeDirectory } from './office-directory.ts'
import type { Register } from './register.ts'
import { asOwner } from './work.ts'

/**
 * Administration of the organisation itself: who works here and through which door. The counterpart of `Work`: a Desk
 * sees accounts and never case data, a Work sees case data and never accounts.
 */
export interface Desk {
  readonly register: Register
  readonly client: pg.PoolClient
  readonly actor: Actor
  readonly permissions: Permissions
  readonly offices: OfficeDirectory
  readonly now: Date
}

/** One transaction on the accounts; commits when `run` resolves, rolls back when it throws. */
export async function atDesk<T>(
  register: Register,
  actor: Actor,
  now: Date,
  run: (desk: Desk) => Promise<T>,
): Promise<T> {
  const offices = register.offices()
  const permissions = permissionsOf(actor, offices.tree)
  return asOwner(register, client => run({ register, client, actor, permissions, offices, now }))
}
