import type { Grant, Permissions } from './permission.ts'
import { roles } from './role.ts'

/** Handing out roles: nobody serves oneself, nobody gives beyond the own reach, and wide powers take two people. */
export interface GrantVerdict {
  readonly allowed: boolean
  /** A second person with the same right must agree before it takes effect. */
  readonly needsSecond: boolean
  readonly reason: 'own_account' | 'not_manager_there' | 'no_such_role' | 'scope_not_for_role' | null
}

/** May the actor give `grant` to `account` (the id of the account that receives it)? Taking away asks the same. */
export function mayGrant(permissions: Permissions, account: string, grant: Grant): GrantVerdict {
  const refuse = (reason: GrantVerdict['reason']): GrantVerdict => ({ allowed: false, needsSecond: false, reason })
  const role = roles.get(grant.role)
  if (!role || role.internal) return refuse('no_such_role')
  if (!role.scopes.includes(grant.scope)) return refuse('scope_not_for_role')
  if (permissions.actor.id === account) return refuse('own_account')
  const managed = permissions.reach('manage_users')
  const covers = managed.all || (grant.scope !== 'all' && managed.offices.includes(grant.office))
  if (!covers) return refuse('not_manager_there')
  return { allowed: true, needsSecond: role.secondApprover === true || grant.scope === 'all', reason: null }
}

/** The second signature: a third person, who could have given the grant too. */
export function mayApprove(
  permissions: Permissions,
  request: { readonly by: string; readonly account: string; readonly grant: Grant },
): boolean {
  return permissions.actor.id !== request.by && mayGrant(permissions, request.account, request.grant).allowed
}
