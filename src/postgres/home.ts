// The folder the cluster lives in, made ready: it exists, the database's user can reach it, nobody else can read it, and
// it belongs to the PostgreSQL we bring. Usually it is the data folder itself. Where the database's user cannot reach
// that (a folder under /root), it is a folder under /var/lib/waymark, noted in the data folder so that it is found again.

import { createHash, randomBytes } from 'node:crypto'
import {
  accessSync,
  chmodSync,
  chownSync,
  constants,
  existsSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { type Account, canEnter, chooseAccount } from './account.ts'
import { messageOf, PostgresProblem } from './problem.ts'

export type Home = {
  path: string
  account: Account
  cluster: string
  log: string
  lock: string
  users: string
}

const note = 'cluster-location'
const projectFolder = resolve(import.meta.dirname, '../..')

export function openHome(dataDir: string, say: (line: string) => void): Home {
  const home = locateHome(dataDir, say)
  makeFolder(home.users)
  restrict(home.users, home.account, () => {})
  return home
}

function locateHome(dataDir: string, say: (line: string) => void): Home {
  const fresh = !existsSync(dataDir) || readdirOrThrow(dataDir).length === 0
  makeFolder(dataDir)
  const data = realpathSync(dataDir)
  const noted = readOrNull(join(data, note))
  const account = chooseAccount([join(noted ?? data, 'cluster'), data, projectFolder], say)
  if (noted !== null) return homeAt(noted, account)

  // An empty folder, or one that already holds our cluster, is ours to close. A folder with other things in it is left
  // as it is: somebody may have pointed us at a place that more than Waymark lives in.
  if (fresh || existsSync(join(data, 'VERSION'))) restrict(data, account, fresh ? () => {} : say)
  if (account === null) checkWritable(data)
  if (account === null || canEnter(account, data)) return homeAt(data, account)

  const elsewhere = join('/var/lib/waymark', createHash('sha256').update(data).digest('hex').slice(0, 16))
  makeFolder(elsewhere)
  restrict(elsewhere, account, say)
  if (!canEnter(account, elsewhere)) {
    throw new PostgresProblem(
      `PostgreSQL refuses to run as root and would run as user ${account.name}, who can reach neither ${data} ` +
        `nor ${elsewhere}. Choose a data folder that ${account.name} can reach, or set DATABASE_URL.`,
    )
  }
  say(`User ${account.name} cannot reach ${data}, so the database is kept in ${elsewhere}.`)
  writeFileSync(join(data, note), elsewhere)
  return homeAt(elsewhere, account)
}

const homeAt = (path: string, account: Account): Home => ({
  path,
  account,
  cluster: join(path, 'cluster'),
  log: join(path, 'server.log'),
  lock: join(path, 'start.lock'),
  users: join(path, 'users'),
})

/** Refuses a cluster of another PostgreSQL major: the files of one cannot be read by another. */
export function checkMajor(home: Home, major: string): void {
  const there = readOrNull(join(home.cluster, 'PG_VERSION')) ?? readOrNull(join(home.path, 'VERSION'))
  if (there === null || there === major) return
  throw new PostgresProblem(
    `The database in ${home.path} was made by PostgreSQL ${there}; this Waymark brings PostgreSQL ${major} and cannot ` +
      'open it. Make a backup with the Waymark version that wrote it, then restore it here into an empty data folder.',
  )
}

export function recordMajor(home: Home, major: string): void {
  const file = join(home.path, 'VERSION')
  if (readOrNull(file) !== major) writeFileSync(file, `${major}\n`)
}

/** The superuser's password, in a file only the database's user may read; null when there is none yet. */
export function readPassword(home: Home): string | null {
  const file = join(home.path, 'password')
  if (!existsSync(file)) return null
  restrict(file, home.account, () => {})
  return readOrNull(file)
}

export function createPassword(home: Home): string {
  const password = randomBytes(24).toString('base64url')
  const file = join(home.path, 'password')
  writeFileSync(file, password, { mode: 0o600 })
  restrict(file, home.account, () => {})
  return password
}

/** Where the socket goes. The path of a socket may have about 100 characters, so a deep folder needs another place. */
export function socketFolder(home: Home): string {
  const inside = join(home.path, 'socket')
  const key = createHash('sha256').update(home.path).digest('hex').slice(0, 12)
  const outside = join(tmpdir(), `waymark-${key}`)
  const folder = Buffer.byteLength(inside) <= 90 ? inside : outside
  makeFolder(folder, 0o700)
  if (folder === outside && !isOurs(outside, home.account)) return temporaryFolder(home.account)
  restrict(folder, home.account, () => {})
  return folder
}

// Anybody may put a folder into /tmp under a name we would use, and listen there for the password.
function isOurs(folder: string, account: Account): boolean {
  const found = lstatSync(folder)
  return found.isDirectory() && (found.uid === process.geteuid?.() || found.uid === account?.uid)
}

function temporaryFolder(account: Account): string {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-'))
  restrict(folder, account, () => {})
  return folder
}

/** Gives a file or folder to the database's user and closes it to all others. */
export function restrict(path: string, account: Account, say: (line: string) => void): void {
  try {
    const found = statSync(path)
    if (account !== null && found.uid !== account.uid) chownSync(path, account.uid, account.gid)
    if ((found.mode & 0o077) === 0) return
    chmodSync(path, found.isDirectory() ? 0o700 : 0o600)
    if (account === null || found.uid === account.uid)
      say(`${path} was open to other users of this machine; closed it.`)
  } catch (error) {
    throw new PostgresProblem(
      `${path} must belong to the user Waymark runs as and be closed to others, and that could not be set ` +
        `(${messageOf(error)}). Start Waymark as the folder's owner, or choose another data folder.`,
    )
  }
}

function checkWritable(path: string): void {
  try {
    accessSync(path, constants.R_OK | constants.W_OK | constants.X_OK)
  } catch {
    throw new PostgresProblem(
      `You may not write into the data folder ${path}. Start Waymark as the user who owns it, or choose another one.`,
    )
  }
}

export function makeFolder(path: string, mode = 0o755): void {
  try {
    mkdirSync(path, { recursive: true, mode })
  } catch (error) {
    throw new PostgresProblem(`The folder ${path} could not be made (${messageOf(error)}). Choose another data folder.`)
  }
}

function readdirOrThrow(path: string): string[] {
  try {
    return readdirSync(path)
  } catch (error) {
    throw new PostgresProblem(
      `The data folder ${path} cannot be read (${messageOf(error)}). ` +
        'Start Waymark as the user who owns it, or choose another data folder.',
    )
  }
}

const readOrNull = (path: string): string | null => (existsSync(path) ? readFileSync(path, 'utf8').trim() : null)
