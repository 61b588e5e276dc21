import type pg from 'pg'
import { ownOpeners } from '#access/guard.ts'
import {
  type Actor,
  type Permissions,
  permissionsOf,
  type Reach,
  systemActor as systemActorOf,
} from '#access/permission.ts'
import { latestDayOnEarth } from '#casework/when.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { OfficeDirectory } from './office-directory.ts'
import type { Register } from './register.ts'
import { collectSent, commit, giveUp } from './send.ts'

/** One request is one transaction with one outcome. Everything that touches case data is given a Work. */
export interface Work {
  readonly register: Register
  readonly client: pg.PoolClient
  readonly actor: Actor
  readonly permissions: Permissions
  readonly dictionary: Dictionary
  readonly offices: OfficeDirectory
  readonly now: Date
  /** yyyy-mm-dd where the day is furthest on: a date entered there is not in the future. */
  readonly today: string
}

/** The machine itself: imports, demo, rebuilds. Never the actor of a request. */
export const systemActor: Actor = systemActorOf(
  '00000000-0000-8000-8000-000000000000',
  '00000000-0000-8000-8000-000000000000',
)

/**
 * Runs `run` in one transaction as the role waymark_app, with row-level security set to the actor's reach.
 * Commits when it returns, rolls back when it throws. `ordinary`: cases that are not for everybody in scope do not exist,
 * even for the machine: for what leaves the house as a file.
 */
export async function inWork<T>(
  register: Register,
  actor: Actor,
  run: (work: Work) => Promise<T>,
  { ordinary = false }: { readonly ordinary?: boolean } = {},
): Promise<T> {
  const offices = register.offices()
  const permissions = permissionsOf(actor, offices.tree)
  const reach = joined(permissions.reach('read'), permissions.reach('write'))
  // The machine's own work may be an import, and COPY has no place among statements that travel together.
  const pool = actor.kind === 'system' ? register.pool : register.requests
  const openers = ordinary ? [] : ownOpeners(permissions.holder)
  return transaction(pool, lock({ role: 'waymark_app', reach, account: actor.id, openers }), client => {
    const now = register.now()
    return run({
      register,
      client,
      actor,
      permissions,
      dictionary: register.dictionary(),
      offices,
      now,
      today: latestDayOnEarth(now.toISOString()),
    })
  })
}

/**
 * Runs `run` as the role waymark_figures, which sees fact tables only, cut to where the actor may count; all of it sees the
 * register as it stands at the first question.
 */
export async function inCount<T>(
  register: Register,
  actor: Actor,
  run: (client: pg.PoolClient, reach: Reach) => Promise<T>,
): Promise<T> {
  const reach = permissionsOf(actor, register.offices().tree).reach('count')
  // A project without an end runs until the year of the question.
  const year = `; select set_config('waymark.year', '${register.now().getUTCFullYear()}', true)`
  const setting =
    `set transaction isolation level repeatable read, read only; ` +
    lock({ role: 'waymark_figures', reach, account: actor.id, openers: [] }) +
    year
  return transaction(register.pool, setting, client => run(client, reach))
}

/** A transaction as owner of the database: accounts, sessions, migrations, rebuilds; never a request for case data. */
export async function asOwner<T>(register: Register, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  return transaction(register.pool, '', run)
}

async function transaction<T>(pool: pg.Pool, setting: string, run: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken = false
  try {
    // Sent ahead and not waited for: where statements travel together the first of `run` go along.
    const begun = client.query(`begin; ${setting}`)
    begun.catch(() => undefined)
    collectSent(client)
    const result = await run(client)
    await begun
    await commit(client)
    return result
  } catch (error) {
    const reason = await giveUp(client, error)
    await client.query('rollback').catch(() => {
      broken = true
    })
    throw reason
  } finally {
    client.release(broken)
  }
}

interface Lock {
  readonly role: 'waymark_app' | 'waymark_figures'
  readonly reach: Reach
  readonly account: string
  readonly openers: readonly string[]
}

/** The ids are UUIDs of our own making; checked all the same, since they become SQL text. */
function lock({ role, reach, account, openers }: Lock): string {
  const offices = reach.all ? [] : [...new Set([...reach.offices, ...reach.ownIn])]
  if (![...offices, account].every(id => /^[0-9a-f-]{36}$/.test(id))) throw new Error('An id is not a UUID.')
  if (!openers.every(name => /^[a-z]+(:[0-9a-z-]+)?$/.test(name))) throw new Error('A guard cannot be opened by this.')
  return `set local role ${role};
    select set_config('waymark.reach', '${reach.all ? 'all' : 'some'}', true), set_config('waymark.offices', '{${offices.join(',')}}', true),
      set_config('waymark.account', '${account}', true), set_config('waymark.openers', '{${openers.join(',')}}', true)`
}

function joined(a: Reach, b: Reach): Reach {
  if (a.all || b.all) return { all: true }
  return { all: false, offices: [...a.offices, ...b.offices], ownIn: [...a.ownIn, ...b.ownIn] }
}
