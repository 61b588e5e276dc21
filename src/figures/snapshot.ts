import type pg from 'pg'
import type { Actor, Reach } from '#access/permission.ts'
import type { Register } from '#register/register.ts'
import { inCount } from '#register/work.ts'

/** One moment of the register, cut to where one actor may count: all that is counted in it is of the same data. */
export interface Snapshot {
  readonly register: Register
  readonly actor: Actor
  readonly client: pg.PoolClient
  readonly reach: Reach
  /** ISO 8601 in UTC. */
  readonly asOf: string
}

/** Changes made while `run` counts are not seen by it, however long it takes. */
export const inSnapshot = <T>(register: Register, actor: Actor, run: (at: Snapshot) => Promise<T>): Promise<T> =>
  inCount(register, actor, (client, reach) =>
    run({ register, actor, client, reach, asOf: register.now().toISOString() }),
  )
