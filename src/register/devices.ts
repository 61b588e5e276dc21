import { uuidv7 } from 'uuidv7'
import { managedAccount } from './accounts.ts'
import type { Desk } from './desk.ts'
import { tellAbove } from './notices.ts'
import { RegisterProblem } from './problem.ts'
import type { Register } from './register.ts'
import { newToken, tokenHash } from './sessions.ts'
import { asOwner, inWork, systemActor } from './work.ts'

/** Devices that carry cases: whose they are, and whether they may still speak. What they hold, they hold encrypted. */
export type DeviceKind = 'phone' | 'tablet' | 'computer'

export interface DeviceRow {
  readonly id: string
  readonly account: string
  readonly kind: DeviceKind
  readonly state: 'in_use' | 'emptied' | 'revoked'
  readonly createdAt: Date
  readonly lastSeenAt: Date
  /** Ids of the cases it was given last. */
  readonly carried: readonly string[]
  readonly alarmedAt: Date | null
}

interface Stored {
  id: string
  account_id: string
  kind: DeviceKind
  state: DeviceRow['state']
  created_at: Date
  last_seen_at: Date
  carried: string[]
  alarmed_at: Date | null
}

const columns = 'id, account_id, kind, state, created_at, last_seen_at, carried, alarmed_at'

const toRow = (row: Stored): DeviceRow => ({
  id: row.id,
  account: row.account_id,
  kind: row.kind,
  state: row.state,
  createdAt: row.created_at,
  lastSeenAt: row.last_seen_at,
  carried: row.carried,
  alarmedAt: row.alarmed_at,
})

/** Makes one of the asker's devices known. The token exists in the returned value only. */
export async function addDevice(desk: Desk, kind: DeviceKind): Promise<{ id: string; token: string }> {
  const id = uuidv7()
  const token = newToken()
  await desk.client.query(
    `insert into device (id, account_id, token_hash, kind, state, created_at, last_seen_at) values ($1, $2, $3, $4, 'in_use', $5, $5)`,
    [id, desk.actor.id, tokenHash(token), kind, desk.now],
  )
  return { id, token }
}

/** Devices of the asker, or of an account that the asker manages; the newest first. */
export async function devicesOf(desk: Desk, account: string): Promise<DeviceRow[]> {
  if (account !== desk.actor.id) await managedAccount(desk, account, 'user')
  const { rows } = await desk.client.query<Stored>(
    `select ${columns} from device where account_id = $1 order by id desc limit 100`,
    [account],
  )
  return rows.map(toRow)
}

/**
 * From now on the device is answered nothing but that it must forget; sessions of its account end, wherever they are.
 * Revoking twice is the same as once.
 */
export async function revokeDevice(desk: Desk, id: string): Promise<void> {
  const device = await deviceFor(desk, id)
  await desk.client.query(
    `update device set state = 'revoked', revoked_at = coalesce(revoked_at, $2), revoked_by = coalesce(revoked_by, $3), carried = '{}' where id = $1`,
    [id, desk.now, desk.actor.id],
  )
  await desk.client.query('delete from session where account_id = $1', [device.account])
}

/** The device carries nothing any more; what it carried is remembered, so that it can be given back after a journey. */
export async function deviceEmptied(desk: Desk, id: string): Promise<void> {
  const device = await deviceFor(desk, id)
  if (device.account !== desk.actor.id) throw unknownDevice()
  await desk.client.query(`update device set state = 'emptied' where id = $1 and state = 'in_use'`, [id])
}

async function deviceFor(desk: Desk, id: string): Promise<DeviceRow> {
  const { rows } = await desk.client.query<Stored>(`select ${columns} from device where id = $1`, [id])
  const [row] = rows
  if (!row) throw unknownDevice()
  if (row.account_id !== desk.actor.id) await managedAccount(desk, row.account_id, 'user')
  return toRow(row)
}

const unknownDevice = () => new RegisterProblem('not_found', 'There is no such device, or you have no access to it.')

/** The device that holds this token, revoked ones too; null when there is none. */
export async function deviceByToken(register: Register, token: string): Promise<DeviceRow | null> {
  const { rows } = await register.pool.query<Stored>({
    name: 'device-by-token',
    text: `select ${columns} from device where token_hash = $1`,
    values: [tokenHash(token)],
  })
  return rows[0] ? toRow(rows[0]) : null
}

/** Written down with every fetch: what this device holds now, so that a loss can be told to the right people. */
export const deviceSeen = (register: Register, id: string, carried: readonly string[]): Promise<void> =>
  asOwner(register, async client => {
    await client.query(
      `update device set last_seen_at = $2, carried = $3, state = 'in_use' where id = $1 and state <> 'revoked'`,
      [id, register.now(), carried],
    )
  })

/**
 * The device was opened with the passphrase of duress. Told to supervisors and data protection of the owner's offices,
 * never to the owner, whose screen somebody may be watching. Unknown tokens are answered alike.
 */
export async function raiseAlarm(register: Register, token: string): Promise<void> {
  const device = await deviceByToken(register, token)
  if (!device) return
  const { rows } = await register.pool.query<{ office_id: string }>(
    `select distinct office_id from grant_row where account_id = $1 and state = 'active'`,
    [device.account],
  )
  await register.pool.query('update device set alarmed_at = $2 where id = $1', [device.id, register.now()])
  await inWork(register, systemActor, async work => {
    for (const { office_id: office } of rows)
      await tellAbove(work, {
        kind: 'device_alarm',
        key: `device_alarm:${device.id}:${work.now.toISOString().slice(0, 13)}:${office}`,
        roles: ['supervisor', 'data_protection_officer'],
        office,
        except: device.account,
        about: { type: 'device', record: device.id, office, case: null },
      })
  })
}
