import { permissionsOf, systemActor as systemActorAt } from '#access/permission.ts'
import { createAccount } from './accounts.ts'
import { addOffice } from './offices.ts'
import { RegisterProblem } from './problem.ts'
import type { Register } from './register.ts'
import { newToken, openSession, type SessionTimes, tokenHash } from './sessions.ts'
import { asOwner, inWork, systemActor } from './work.ts'

/**
 * The first administrator. An empty register has one door: a token that is shown on the terminal of whoever started
 * the server. It opens once; the top office, the account and the end of the token are one transaction.
 */

/** True while nobody has an account. */
export async function setupNeeded(register: Register): Promise<boolean> {
  const found = await register.pool.query(`select from account where kind = 'user' limit 1`)
  return found.rowCount === 0
}

/** A fresh one-time token for the start line, the earlier ones void; null when somebody has an account already. */
export async function offerSetup(register: Register): Promise<string | null> {
  if (!(await setupNeeded(register))) return null
  const token = newToken()
  await asOwner(register, async client => {
    await client.query('delete from setup_token where used_at is null')
    await client.query('insert into setup_token (token_hash, created_at) values ($1, $2)', [
      tokenHash(token),
      register.now(),
    ])
  })
  return token
}

export interface FirstAdministrator {
  readonly token: string
  readonly organisation: string
  readonly officeCode: string
  readonly name: string
  readonly login: string
  /** argon2id PHC of `hashPassword`. */
  readonly password: string
}

/** Creates top office and first administrator and signs them in. @throws not_found for a wrong or used token. */
export async function setUp(
  register: Register,
  o: FirstAdministrator,
  times: SessionTimes,
): Promise<{ account: string; token: string; expiresAt: Date }> {
  const opened = await inWork(register, systemActor, async work => {
    const { client, now } = work
    // Accounts belong to the owner of the database; the office is written by the same owner in the same transaction.
    await client.query('set local role none')
    const used = await client.query(
      `update setup_token set used_at = $2 where token_hash = $1 and used_at is null
        and not exists (select from account where kind = 'user')`,
      [tokenHash(o.token), now],
    )
    if (used.rowCount !== 1) throw new RegisterProblem('not_found', 'This set-up token is wrong or has been used.')
    const existing = work.offices.byCode(o.officeCode)
    const office =
      existing ??
      (await addOffice(work, {
        code: o.officeCode,
        name: o.organisation,
        kind: 'headquarters',
        parent: null,
        country: null,
        region: null,
      }))
    const offices = { ...work.offices, byId: (id: string) => (id === office.id ? office : work.offices.byId(id)) }
    const actor = systemActorAt(systemActor.id, office.id)
    const desk = { register, client, actor, permissions: permissionsOf(actor, offices.tree), offices, now }
    const account = await createAccount(desk, {
      name: o.name,
      login: o.login,
      password: o.password,
      mustChange: false,
      grants: [{ role: 'administrator', office: office.id, scope: 'all' }],
    })
    return { account: account.id, ...(await openSession(client, { account: account.id, now, times })) }
  })
  await register.refresh()
  return opened
}
