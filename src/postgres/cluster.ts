// Making the cluster, once. It is made under another name and renamed when complete, so an interrupted first start
// leaves nothing that looks like a database.

import { spawnSync } from 'node:child_process'
import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import { runAs } from './account.ts'
import type { Bundle } from './bundle.ts'
import { createPassword, type Home, makeFolder, readPassword, restrict } from './home.ts'
import { PostgresProblem } from './problem.ts'
import { settingsArguments } from './settings.ts'

export const superuser = 'waymark'
const unfinished = 'unfinished'

/** The password of the cluster, which is made first if need be. */
export function ensureCluster(home: Home, bundle: Bundle, testing: boolean): string {
  if (existsSync(home.cluster)) {
    restrict(home.cluster, home.account, () => {})
    return readPassword(home) ?? replacePassword(home, bundle)
  }
  const password = createPassword(home)
  // A name of its own: the initdb of a start that was killed may still be writing into the folder it began.
  const draft = `${home.cluster}.${unfinished}.${process.pid}.${Date.now()}`
  makeFolder(draft)
  restrict(draft, home.account, () => {})
  // initdb runs as the database's user, who may own nothing here but what is given to it.
  const made = spawnSync(
    bundle.initdb,
    [
      `--pgdata=${draft}`,
      `--username=${superuser}`,
      `--pwfile=${join(home.path, 'password')}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--no-locale',
      // The built-in provider sorts the same for ever; with the system's, an upgrade of the system corrupts indexes.
      '--locale-provider=builtin',
      '--builtin-locale=C.UTF-8',
      '--data-checksums',
      '--no-instructions',
      ...(testing ? ['--no-sync'] : []),
    ],
    { cwd: home.path, encoding: 'utf8', env: plainEnvironment(), ...runAs(home.account) },
  )
  if (made.status !== 0) {
    throw new PostgresProblem(
      `The database could not be created in ${home.path}:\n${made.error?.message ?? lastLines(made.stderr, 20)}\n` +
        'Check that the disk has room and that the folder may be written to.',
    )
  }
  renameSync(draft, home.cluster)
  removeUnfinished(home)
  return password
}

function removeUnfinished(home: Home): void {
  for (const name of readdirSync(home.path)) {
    if (!name.startsWith(`${basename(home.cluster)}.${unfinished}`)) continue
    try {
      rmSync(join(home.path, name), { recursive: true, force: true })
    } catch {
      // Still being written to by that initdb. It does no harm where it is.
    }
  }
}

// The file is gone but the data is there, and whoever owns the data may set a new password: PostgreSQL without a socket,
// for one command.
function replacePassword(home: Home, bundle: Bundle): string {
  const password = createPassword(home)
  const quiet = settingsArguments({ log_statement: 'none', log_min_error_statement: 'panic', exit_on_error: 'true' })
  const done = spawnSync(bundle.postgres, ['--single', '-D', home.cluster, ...quiet, 'postgres'], {
    cwd: home.path,
    encoding: 'utf8',
    env: plainEnvironment(),
    input: `alter role ${superuser} password '${password}'\n`,
    ...runAs(home.account),
  })
  if (done.status === 0) return password
  rmSync(join(home.path, 'password'), { force: true })
  throw new PostgresProblem(
    `${join(home.path, 'password')} is missing and a new password could not be set:\n${lastLines(done.stderr, 20)}`,
  )
}

/** PostgreSQL's own environment variables of a person's shell must not reach our server. */
export const plainEnvironment = (): NodeJS.ProcessEnv => ({ PATH: '/usr/bin:/bin', LC_ALL: 'C', TZ: 'UTC' })

export const lastLines = (text: string, count: number): string => text.trim().split('\n').slice(-count).join('\n')
