import { z } from 'zod'
import { roles } from '#access/role.ts'
import { createAccount, createServiceAccount, editAccount, listAccounts, staffAt } from '#register/accounts.ts'
import { approveGrant, giveGrant, removeGrant } from '#register/grants.ts'
import { addOffice, editOffice } from '#register/offices.ts'
import { hashPassword } from '#register/password.ts'
import { makeToken, revokeToken, tokensOf } from '#register/service-tokens.ts'
import {
  Account,
  Accounts,
  EditAccount,
  EditOffice,
  HeldGrant,
  NewAccount,
  NewOffice,
  NewServiceAccount,
  NewToken,
  Office,
  Offices,
  Paging,
  Roles,
  ServiceAccount,
  ServiceAccounts,
  Staff,
  TokenReply,
} from '../contract/administration.ts'
import { Grant } from '../contract/session.ts'
import { ById, Done, Id } from '../contract/shared.ts'
import { accountView, asGrant, grantView, serviceView } from '../account-view.ts'
import { roleWords } from '../role-words.ts'
import { deskRoute, registerRoute, workRoute } from '../route.ts'

/** Offices, accounts, roles and programs. What may be given to whom is decided in the register, by `mayGrant`. */
export const organisationRoutes = [
  registerRoute({
    method: 'GET',
    path: '/offices',
    tag: 'organisation',
    about: 'The offices of the organisation.',
    may: 'signed_in_or_program',
    reply: Offices,
    run: async (_, { register }) => ({ items: register.offices().all() }),
  }),

  workRoute({
    method: 'POST',
    path: '/offices',
    tag: 'organisation',
    about: 'Adds an office below one that you manage.',
    may: 'manage_offices',
    body: NewOffice,
    reply: Office,
    run: ({ body }, work) => addOffice(work, body),
    after: register => register.refresh(),
  }),

  workRoute({
    method: 'PATCH',
    path: '/offices/:id',
    tag: 'organisation',
    about: 'Changes an office; `version` is the one you saw.',
    may: 'manage_offices',
    params: ById,
    body: EditOffice,
    reply: Office,
    run: ({ params, body: { version, ...patch } }, work) => editOffice(work, params.id, version, withoutAbsent(patch)),
    after: register => register.refresh(),
  }),

  deskRoute({
    method: 'GET',
    path: '/staff',
    tag: 'organisation',
    about: 'Colleagues within reach, to hand a case or task to.',
    may: 'read',
    query: z.object({ office: Id.optional() }),
    reply: Staff,
    run: async ({ query }, desk) => {
      const reach = desk.permissions.reach('read')
      const own = reach.all ? [] : [...reach.offices, ...reach.ownIn]
      const asked = query.office
      if (!asked) return { items: await staffAt(desk, reach.all ? 'all' : own) }
      return { items: reach.all || own.includes(asked) ? await staffAt(desk, [asked]) : [] }
    },
  }),

  deskRoute({
    method: 'GET',
    path: '/accounts',
    tag: 'organisation',
    about: 'Accounts of the offices you manage.',
    may: 'manage_users',
    query: Paging,
    reply: Accounts,
    run: async ({ query }, desk) => {
      const page = await listAccounts(desk, { kind: 'user', ...query })
      return { items: page.items.map(accountView), next: page.next }
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/accounts',
    tag: 'organisation',
    about: 'Opens an account. Roles that take two people wait for the second signature.',
    may: 'manage_users',
    body: NewAccount,
    reply: Account,
    run: async ({ body }, desk) => {
      const password = await hashPassword(body.password, desk.register.passwordCost)
      return accountView(
        await createAccount(desk, { ...body, grants: body.grants.map(asGrant), password, mustChange: true }),
      )
    },
  }),

  deskRoute({
    method: 'PATCH',
    path: '/accounts/:id',
    tag: 'organisation',
    about: 'Closes or reopens an account, resets its password or second factor. Its sessions end at once.',
    may: 'manage_users',
    params: ById,
    body: EditAccount,
    reply: Account,
    run: async ({ params, body: { version, password, ...edit } }, desk) => {
      const hash = password === undefined ? undefined : await hashPassword(password, desk.register.passwordCost)
      return accountView(
        await editAccount(desk, { id: params.id, kind: 'user', base: version }, { ...edit, password: hash }),
      )
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/accounts/:id/grants',
    tag: 'organisation',
    about: 'Gives a role at an office.',
    may: 'manage_users',
    params: ById,
    body: Grant,
    reply: HeldGrant,
    run: async ({ params, body }, desk) => grantView(await giveGrant(desk, params.id, asGrant(body))),
  }),

  deskRoute({
    method: 'DELETE',
    path: '/accounts/:id/grants/:grant',
    tag: 'organisation',
    about: 'Takes a role away, or turns a waiting one down. It stops counting at once.',
    may: 'manage_users',
    params: ById.extend({ grant: Id }),
    reply: Done,
    run: async ({ params }, desk) => {
      await removeGrant(desk, params.id, params.grant)
      return { done: true }
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/grants/:id/approve',
    tag: 'organisation',
    about: 'The second signature under a waiting grant: by neither the asker nor the receiver.',
    may: 'manage_users',
    params: ById,
    reply: HeldGrant,
    run: async ({ params }, desk) => grantView(await approveGrant(desk, params.id)),
  }),

  registerRoute({
    method: 'GET',
    path: '/roles',
    tag: 'organisation',
    about: 'The roles that can be given, and with which scopes.',
    may: 'signed_in_or_program',
    reply: Roles,
    run: async () => ({
      items: [...roles.values()]
        .filter(role => !role.internal)
        .map(({ id, scopes }) => ({ id, scopes, ...roleWords[id] })),
    }),
  }),

  deskRoute({
    method: 'GET',
    path: '/service-accounts',
    tag: 'organisation',
    about: 'Programs of the offices you manage, with their tokens (never the secret itself).',
    may: 'manage_users',
    query: Paging,
    reply: ServiceAccounts,
    run: async ({ query }, desk) => {
      const page = await listAccounts(desk, { kind: 'service', ...query })
      const tokens = await tokensOf(
        desk,
        page.items.map(({ id }) => id),
      )
      return { items: page.items.map(item => serviceView(item, tokens.get(item.id) ?? [])), next: page.next }
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/service-accounts',
    tag: 'organisation',
    about: 'Opens an account for a program.',
    may: 'manage_users',
    body: NewServiceAccount,
    reply: ServiceAccount,
    run: async ({ body }, desk) =>
      serviceView(await createServiceAccount(desk, body.name, body.grants.map(asGrant)), []),
  }),

  deskRoute({
    method: 'PATCH',
    path: '/service-accounts/:id',
    tag: 'organisation',
    about: 'Closes or reopens the account of a program.',
    may: 'manage_users',
    params: ById,
    body: EditAccount.pick({ state: true, version: true }),
    reply: ServiceAccount,
    run: async ({ params, body: { version, state } }, desk) => {
      const edited = await editAccount(desk, { id: params.id, kind: 'service', base: version }, { state })
      return serviceView(edited, (await tokensOf(desk, [edited.id])).get(edited.id) ?? [])
    },
  }),

  deskRoute({
    method: 'POST',
    path: '/service-accounts/:id/tokens',
    tag: 'organisation',
    about: 'Makes a token. This reply is the only place where it stands in the clear.',
    may: 'manage_users',
    params: ById,
    body: NewToken,
    reply: TokenReply,
    run: ({ params, body }, desk) => makeToken(desk, params.id, body),
  }),

  deskRoute({
    method: 'DELETE',
    path: '/tokens/:id',
    tag: 'organisation',
    about: 'Revokes a token, at once.',
    may: 'manage_users',
    params: ById,
    reply: Done,
    run: async ({ params }, desk) => {
      await revokeToken(desk, params.id)
      return { done: true }
    },
  }),
]

/** A field that was not sent is not changed; zod says `undefined` where the register wants nothing at all. */
function withoutAbsent<T extends object>(patch: T): { [K in keyof T]: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(patch).filter(([, value]) => value !== undefined)) as never
}
