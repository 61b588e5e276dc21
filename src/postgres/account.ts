// PostgreSQL refuses to run as root, rightly. When Waymark is started as root (a container, a rented server) the database
// runs as somebody else: whoever owns the folder, else user postgres, else a user `waymark` made for it, else nobody.

import { spawnSync } from 'node:child_process'
import { statSync } from 'node:fs'
import { dirname } from 'node:path'
import { PostgresProblem } from './problem.ts'

/** The user the database runs as; null means: as whoever started Waymark. */
export type Account = { uid: number; gid: number; name: string } | null

export const isRoot = (): boolean => process.geteuid?.() === 0

/** What to hand to spawn() so that a program runs as that account. */
export const runAs = (account: Account): { uid?: number; gid?: number } =>
  account === null ? {} : { uid: account.uid, gid: account.gid }

/** `folders` in order of weight: a cluster keeps its owner, then the data folder's owner, then the program's. */
export function chooseAccount(folders: string[], say: (line: string) => void): Account {
  if (!isRoot()) return null
  for (const folder of folders) {
    const owner = ownerOf(folder)
    const account = owner > 0 ? lookUp(String(owner)) : null
    if (account !== null) return account
  }
  const found = lookUp('postgres') ?? lookUp('waymark') ?? createUser(say) ?? lookUp('nobody')
  if (found !== null) return found
  throw new PostgresProblem(
    'PostgreSQL refuses to run as root, and this machine has no user to run it as instead. ' +
      'Create one (useradd --system waymark), start Waymark as an ordinary user, or set DATABASE_URL.',
  )
}

/** Tried, not computed: rights also depend on every folder above, on access lists and on mount options. */
export function canEnter(account: Account, folder: string): boolean {
  const tried = spawnSync('/bin/sh', ['-c', 'cd "$1"', 'sh', folder], { cwd: '/', ...runAs(account) })
  if (tried.error !== undefined && account !== null) {
    throw new PostgresProblem(
      `PostgreSQL refuses to run as root, and Waymark may not switch to user ${account.name} here ` +
        `(${tried.error.message}). Start Waymark as an ordinary user, or set DATABASE_URL.`,
    )
  }
  return tried.status === 0
}

function createUser(say: (line: string) => void): Account {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--no-create-home', '--home-dir', '/nonexistent', '--shell', '/bin/false', 'waymark']],
    ['adduser', ['-S', '-D', '-H', '-s', '/bin/false', 'waymark']],
  ]
  for (const [command, args] of ways) {
    if (spawnSync(command, args, { stdio: 'ignore' }).status !== 0) continue
    const account = lookUp('waymark')
    if (account === null) continue
    say('PostgreSQL refuses to run as root: created the system user waymark to run the database.')
    return account
  }
  return null
}

// A uid without a name is passed over: initdb refuses it. Folders mounted into a container often have such owners.
function lookUp(user: string): Account {
  const ask = (flag: string): string | null => {
    const answer = spawnSync('id', [flag, user], { encoding: 'utf8' })
    return answer.status === 0 ? answer.stdout.trim() : null
  }
  const name = ask('-un')
  const uid = Number(ask('-u'))
  const gid = Number(ask('-g'))
  return name === null || !(uid > 0) || Number.isNaN(gid) ? null : { uid, gid, name }
}

function ownerOf(folder: string): number {
  try {
    return statSync(folder).uid
  } catch {
    const above = dirname(folder)
    return above === folder ? 0 : ownerOf(above)
  }
}
