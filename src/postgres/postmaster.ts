// The running server of one cluster: found, started, awaited, stopped. It lives in a session of its own and survives the
// death of the program that started it; the next start finds it by postmaster.pid and adopts it.

import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { runAs } from './account.ts'
import type { Bundle } from './bundle.ts'
import { lastLines, plainEnvironment } from './cluster.ts'
import { type Home, restrict, socketFolder } from './home.ts'
import { PostgresProblem } from './problem.ts'
import { commandLineNames } from './process.ts'
import { doors, settingsArguments, settingsFile, sizes } from './settings.ts'

/** How long a server may take to write everything out before it counts as hanging. */
const patience = 60_000

export type Postmaster = { pid: number; port: number; socketFolder: string; status: string }

/** The server of this cluster, if it runs: its number must be alive and started with our folder's name. */
export function runningPostmaster(home: Home): Postmaster | null {
  const lines = pidFile(home)
  const pid = Number(lines[0])
  if (!commandLineNames(pid, home.cluster)) return null
  return { pid, port: Number(lines[3]), socketFolder: lines[4] ?? '', status: lines[7]?.trim() ?? '' }
}

export async function launch(o: {
  home: Home
  bundle: Bundle
  testing: boolean
  say: (line: string) => void
}): Promise<Postmaster> {
  const giveUp = Date.now() + 10_000
  for (;;) {
    const outcome = await launchOnce(o)
    if ('pid' in outcome) return outcome
    // After a crash the last processes of the old server may need a moment to notice that it is gone, and the system one to forget
    // its number, which still stands in the lock of the socket.
    if (/shared memory block|lock file ".*" already exists/.test(outcome.log) && Date.now() < giveUp) {
      await sleep(300)
      continue
    }
    throw new PostgresProblem(
      `PostgreSQL did not start. The last lines of ${o.home.log}:\n${outcome.log}\n${advice(outcome.log)}`,
    )
  }
}

async function launchOnce(o: Parameters<typeof launch>[0]): Promise<Postmaster | { log: string }> {
  const { home, bundle } = o
  takeOverRecycledPid(home)
  writeFileSync(join(home.cluster, 'postgresql.conf'), settingsFile(sizes({ testing: o.testing })))
  const log = openLog(home)
  const from = statSync(home.log).size
  const child = spawn(bundle.postgres, ['-D', home.cluster, ...settingsArguments(doors(socketFolder(home)))], {
    // A session of its own: Ctrl-C in the terminal reaches Waymark, which then stops the server in good order.
    detached: true,
    stdio: ['ignore', log, log],
    cwd: home.path,
    env: plainEnvironment(),
    ...runAs(home.account),
  })
  closeSync(log)
  child.unref()
  const failure = await untilReady(home, child, o.say)
  const running = failure === null ? runningPostmaster(home) : null
  if (running !== null) return running
  return { log: failure ?? lastLines(readFileSync(home.log).subarray(from).toString('utf8'), 20) }
}

/** null when the server accepts connections or has ended, else what kept the program from being run at all. */
async function untilReady(home: Home, child: ChildProcess, say: (line: string) => void): Promise<string | null> {
  let failure: string | null = null
  child.on('error', error => {
    failure = error.message
  })
  let nextWord = Date.now() + 10_000
  while (failure === null && child.exitCode === null && child.signalCode === null) {
    const running = runningPostmaster(home)
    if (running?.pid === child.pid && running?.status === 'ready') return null
    if (Date.now() > nextWord) {
      say('PostgreSQL is still starting; after a crash it first repeats the last writes from its log.')
      nextWord += 30_000
    }
    await sleep(15)
  }
  return failure
}

/** Waits until the server that is found has finished starting, or is gone (null). */
export async function settled(home: Home): Promise<Postmaster | null> {
  const giveUp = Date.now() + patience
  for (;;) {
    const running = runningPostmaster(home)
    if (running === null || running.status === 'ready') return running
    // Told to stop by somebody who did not stay to see that it hangs.
    if (running.status === 'stopping' && Date.now() > giveUp) process.kill(running.pid, 'SIGQUIT')
    await sleep(40)
  }
}

/**
 * Fast shutdown: open transactions are rolled back, everything committed is written, then the server ends. One that
 * hangs is then ended at once, which costs the next start some seconds of recovery and loses nothing confirmed.
 */
export async function stopPostmaster(home: Home): Promise<void> {
  const fast = 'SIGINT'
  const immediate = 'SIGQUIT'
  for (const signal of [fast, immediate] as const) {
    const running = runningPostmaster(home)
    if (running === null) return
    process.kill(running.pid, signal)
    const giveUp = Date.now() + patience
    while (Date.now() < giveUp) {
      if (runningPostmaster(home)?.pid !== running.pid) return
      await sleep(15)
    }
  }
  throw new PostgresProblem(`PostgreSQL does not stop. Look at the last lines of ${home.log}.`)
}

// postmaster.pid may name a number that now belongs to another program; PostgreSQL would then refuse to start. Deleting
// the file would also delete what PostgreSQL needs to see whether old server processes still have the data open. Putting
// our own number in its place keeps that check: PostgreSQL knows that its parent is not a server.
function takeOverRecycledPid(home: Home): void {
  const lines = pidFile(home)
  if (lines.length === 0) return
  writeFileSync(join(home.cluster, 'postmaster.pid'), [String(process.pid), ...lines.slice(1)].join('\n'))
}

function pidFile(home: Home): string[] {
  try {
    const text = readFileSync(join(home.cluster, 'postmaster.pid'), 'utf8')
    return text === '' ? [] : text.split('\n')
  } catch {
    return []
  }
}

// One file of the past is kept, so that a log never fills a disk.
function openLog(home: Home): number {
  const size = statSync(home.log, { throwIfNoEntry: false })?.size ?? 0
  if (size > 5_000_000) renameSync(home.log, `${home.log}.1`)
  const log = openSync(home.log, 'a', 0o600)
  restrict(home.log, home.account, () => {})
  return log
}

function advice(log: string): string {
  if (log.includes('No space left')) return 'The disk is full. Make room, then start Waymark again.'
  if (log.includes('ermission denied'))
    return 'A file of the data folder belongs to another user. Give the folder back.'
  return 'If these lines do not say what to do, keep the data folder as it is and ask for help with them.'
}
