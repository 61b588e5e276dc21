// The database Waymark brings along: a real PostgreSQL that starts and stops with it, for laptops, small offices, trying
// out and tests. It keeps what was confirmed through a power cut, and nobody but this machine can reach it.

import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { usableBundle } from './bundle.ts'
import { ensureCluster, superuser } from './cluster.ts'
import { checkMajor, type Home, openHome, readPassword, recordMajor } from './home.ts'
import { withLock } from './lock.ts'
import { launch, type Postmaster, runningPostmaster, settled, stopPostmaster } from './postmaster.ts'
import { errorCode, messageOf, PostgresProblem } from './problem.ts'
import { enter, leave, usersOf } from './users.ts'

/** `host` is the folder of the Unix socket; node-postgres takes a path there. */
export type Connection = { host: string; port: number; user: string; password: string; database: string }

export type Embedded = {
  connection: Connection
  /** True when the server was already running: another verb uses it, or a program that started it was killed. */
  adopted: boolean
  /** Stops the server unless somebody else is still using it. */
  stop(): Promise<void>
}

const database = 'waymark'

export async function startEmbedded(o: {
  dataDir: string
  say?: (line: string) => void
  /** Gives up safety for speed. For clusters that are thrown away. */
  testing?: boolean
}): Promise<Embedded> {
  const say = o.say ?? (() => {})
  const home = openHome(o.dataDir, say)
  const bundle = usableBundle(home)
  return withLock(home.lock, say, async () => {
    checkMajor(home, bundle.major)
    const found = await settled(home)
    const password = found === null ? ensureCluster(home, bundle, o.testing === true) : passwordOf(home, found)
    if (found !== null) say(aboutAdoption(found, usersOf(home.users)))
    const postmaster = found ?? (await launch({ home, bundle, testing: o.testing === true, say }))
    const connection = { host: postmaster.socketFolder, port: postmaster.port, user: superuser, password, database }
    try {
      await ensureDatabase(connection)
    } catch (error) {
      if (found === null) await stopPostmaster(home)
      throw error
    }
    recordMajor(home, bundle.major)
    const place = enter(home.users)
    return { connection, adopted: found !== null, stop: once(() => stop({ home, place, connection, say })) }
  })
}

const stop = (o: { home: Home; place: string; connection: Connection; say: (line: string) => void }): Promise<void> =>
  withLock(o.home.lock, o.say, async () => {
    leave(o.place)
    if (usersOf(o.home.users).length > 0) return
    await recovered(o.home, o.connection)
    await stopPostmaster(o.home)
  })

// PostgreSQL 18.4, asked to stop in the moment it starts itself anew after the death of one of its processes, waits for
// ever. So the stop waits until it answers again, or is gone, or says no for a reason that waiting does not change.
async function recovered(home: Home, connection: Connection): Promise<void> {
  const giveUp = Date.now() + 30_000
  while (runningPostmaster(home) !== null && Date.now() < giveUp) {
    const client = new pg.Client({ ...connection, database: 'postgres' })
    client.on('error', () => {})
    try {
      await client.connect()
      return
    } catch (error) {
      const wrongPassword = '28P01'
      if (errorCode(error) === wrongPassword) return
      await sleep(50)
    } finally {
      await client.end()
    }
  }
}

const aboutAdoption = (found: Postmaster, others: number[]): string =>
  others.length > 0
    ? `Waymark is already running on this folder (process ${others.join(', ')}); using its database.`
    : `The database of this folder was still running (process ${found.pid}); going on with it.`

function passwordOf(home: Home, found: Postmaster): string {
  const password = readPassword(home)
  if (password !== null) return password
  throw new PostgresProblem(
    `The database of ${home.path} is running (process ${found.pid}), but its file "password" is missing. ` +
      'Stop every Waymark that uses this folder; the next start sets a new password.',
  )
}

async function ensureDatabase(connection: Connection): Promise<void> {
  const client = new pg.Client({ ...connection, database: 'postgres' })
  try {
    await client.connect()
    const found = await client.query('select from pg_database where datname = $1', [database])
    if (found.rowCount === 0) await client.query(`create database ${database}`)
  } catch (error) {
    throw new PostgresProblem(`PostgreSQL runs, but does not let Waymark in: ${messageOf(error)}`)
  } finally {
    await client.end()
  }
}

// A double Ctrl-C, or npm passing it on a second time, asks twice.
function once(run: () => Promise<void>): () => Promise<void> {
  let running: Promise<void> | null = null
  return () => {
    running ??= run()
    return running
  }
}
