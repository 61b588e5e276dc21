// What the tests of the embedded database stand on: throw-away folders, programs that hold a database, and the promise
// that no server is left behind, whatever a test did to it.

import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readdirSync, readFileSync, readlinkSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as sleep } from 'node:timers/promises'
import pg from 'pg'
import { onTestFinished } from 'vitest'
import { type Connection, startEmbedded } from '#postgres/embedded.ts'
import { commandLineNames, identityOf } from '#postgres/process.ts'
import { quickFolder } from '../setup/quick-folder.ts'

export const throwAwayFolder = (): string => thrownAway(mkdtempSync(join(tmpdir(), 'waymark-pg-')))

function thrownAway(folder: string): string {
  onTestFinished(async () => {
    await endServerOf(folder)
    rmSync(folder, { recursive: true, force: true })
  })
  return folder
}

let made: Promise<string> | null = null

/** A folder with a stopped cluster in it: a copy, because making one takes a second and copying it a tenth. */
export async function folderWithCluster(): Promise<string> {
  made ??= makeCluster()
  const folder = thrownAway(quickFolder('waymark-pg-'))
  execFileSync('cp', ['-a', `${await made}/.`, folder])
  return folder
}

/** For the end of each file that copies it. */
export async function removeCluster(): Promise<void> {
  if (made !== null) rmSync(await made, { recursive: true, force: true })
  made = null
}

async function makeCluster(): Promise<string> {
  const folder = quickFolder('waymark-pg-')
  await (await startEmbedded({ dataDir: folder, testing: true })).stop()
  return folder
}

/** The number of the running server of a data folder, checked against its command line; null when none runs. */
export function serverOf(folder: string): number | null {
  const cluster = join(folder, 'cluster')
  try {
    const pid = Number(readFileSync(join(cluster, 'postmaster.pid'), 'utf8').split('\n')[0])
    return commandLineNames(pid, cluster) ? pid : null
  } catch {
    return null
  }
}

export async function endServerOf(folder: string): Promise<void> {
  const pid = serverOf(folder)
  if (pid === null) return
  process.kill(pid, 'SIGQUIT')
  await ended(pid)
}

export async function ended(pid: number): Promise<void> {
  while (identityOf(pid) !== null) await sleep(10)
}

/** The server and every process of it, for pulling the plug. Linux only. */
export function familyOf(pid: number): number[] {
  const children = readdirSync('/proc').filter(name => {
    try {
      return readFileSync(`/proc/${name}/status`, 'utf8').includes(`\nPPid:\t${pid}\n`)
    } catch {
      return false
    }
  })
  return [pid, ...children.map(Number)]
}

/** Kills it; a process of a server whose head is gone may have ended by itself in this moment. */
export function pullThePlug(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

/** The network addresses a process listens on, from the kernel's own tables. Linux only. */
export function listeningOn(pid: number): string[] {
  let open: string[]
  try {
    open = readdirSync(`/proc/${pid}/fd`).map(fd => linkOrNothing(`/proc/${pid}/fd/${fd}`))
  } catch (error) {
    // PostgreSQL's short-lived helpers come and go between the list and the look.
    if (identityOf(pid) === null) return []
    throw error
  }
  const tables = ['tcp', 'tcp6'].flatMap(name => readFileSync(`/proc/${pid}/net/${name}`, 'utf8').split('\n').slice(1))
  const listening = '0A'
  return tables.flatMap(line => {
    const [, address, , state, , , , , , inode] = line.trim().split(/\s+/)
    return state === listening && open.includes(`socket:[${inode}]`) ? [address ?? ''] : []
  })
}

// A file may be closed between being listed and being looked at.
function linkOrNothing(path: string): string {
  try {
    return readlinkSync(path)
  } catch {
    return ''
  }
}

export type Holder = { adopted: boolean; connection: Connection; said: string[]; child: ChildProcess }

export async function holderOn(folder: string): Promise<Holder> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  onTestFinished(async () => {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'exit')
    }
  })
  const [line] = (await once(createInterface(child.stdout), 'line')) as [string]
  return { ...(JSON.parse(line) as Omit<Holder, 'child'>), child }
}

export async function finish(child: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  const gone = once(child, 'exit')
  child.kill(signal)
  await gone
}

export async function ask(connection: Connection, statement: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client(connection)
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query<Record<string, unknown>>(statement)).rows
  } finally {
    await client.end()
  }
}
