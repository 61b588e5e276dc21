import type { z } from 'zod'
import type { Grant } from '#access/permission.ts'
import type { RoleId } from '#access/role.ts'
import type { AccountRow } from '#register/accounts.ts'
import type { GrantRow } from '#register/grants.ts'
import type { TokenRow } from '#register/service-tokens.ts'
import type { Account, HeldGrant, ServiceAccount } from './contract/administration.ts'
import type { Grant as GrantContract } from './contract/session.ts'
import type { Out } from './route.ts'

/** Rows of the register in the words of the contract. What is not named here stays in the register. */
export const accountView = (row: AccountRow): Out<z.output<typeof Account>> => ({
  id: row.id,
  name: row.secret.name,
  login: row.secret.login ?? '',
  state: row.state,
  grants: row.grants.map(grantView),
  totp: row.totp,
  lastSeenAt: row.lastSeenAt?.toISOString() ?? null,
  version: row.version,
})

export const serviceView = (row: AccountRow, tokens: readonly TokenRow[]): Out<z.output<typeof ServiceAccount>> => ({
  id: row.id,
  name: row.secret.name,
  state: row.state,
  version: row.version,
  grants: row.grants.map(grantView),
  tokens: tokens.map(token => ({
    id: token.id,
    label: token.label,
    createdAt: token.createdAt.toISOString(),
    expiresAt: token.expiresAt.toISOString(),
    lastUsedAt: token.lastUsedAt?.toISOString() ?? null,
    revokedAt: token.revokedAt?.toISOString() ?? null,
  })),
})

export const grantView = ({ id, role, office, scope, state, askedBy }: GrantRow): Out<z.output<typeof HeldGrant>> => ({
  id,
  role,
  office,
  scope,
  state,
  askedBy,
})

/** A role that nobody declared is refused by `mayGrant`; here it only passes through. */
export const asGrant = (grant: z.output<typeof GrantContract>): Grant => ({ ...grant, role: grant.role as RoleId })
