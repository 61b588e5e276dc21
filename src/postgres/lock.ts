// One process at a time may start or stop the database of a folder. The lock is a file that names its holder; a holder
// that died without letting go is recognised by its identity, so a crash never needs a person to delete a file.

import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, PostgresProblem } from './problem.ts'
import { identityOf } from './process.ts'

const patience = 5 * 60_000

export async function withLock<T>(file: string, say: (line: string) => void, run: () => Promise<T>): Promise<T> {
  await take(file, say)
  try {
    return await run()
  } finally {
    rmSync(file, { force: true })
  }
}

async function take(file: string, say: (line: string) => void): Promise<void> {
  const began = Date.now()
  let told = false
  while (!tryTake(file)) {
    const holder = holderOf(file)
    if (holder !== null && !isAlive(holder)) {
      removeStale(file, holder.text)
      continue
    }
    const waited = Date.now() - began
    if (holder !== null && waited > patience) {
      throw new PostgresProblem(
        `Process ${holder.pid} has been starting or stopping the database for ${Math.round(patience / 60_000)} minutes ` +
          `(it holds ${file}). Look at what it is doing, end it if it hangs, then start Waymark again.`,
      )
    }
    if (holder !== null && waited > 1000 && !told) {
      say(`Process ${holder.pid} is starting or stopping the database of this folder; waiting for it.`)
      told = true
    }
    await sleep(40)
  }
}

// The text is complete before the name exists: linking is atomic where "create, then write" is not.
function tryTake(file: string): boolean {
  const draft = `${file}.${process.pid}.${Math.random().toString(36).slice(2)}`
  writeFileSync(draft, `${process.pid}\n${identityOf(process.pid)}\n`)
  try {
    linkSync(draft, file)
    return true
  } catch (error) {
    if (errorCode(error) === 'EEXIST') return false
    throw error
  } finally {
    rmSync(draft, { force: true })
  }
}

type Holder = { pid: number; identity: string; text: string }

function holderOf(file: string): Holder | null {
  try {
    const text = readFileSync(file, 'utf8')
    const [pid, identity] = text.split('\n')
    return { pid: Number(pid), identity: identity ?? '', text }
  } catch {
    return null
  }
}

const isAlive = (holder: Holder): boolean => identityOf(holder.pid) === holder.identity

// Between reading and removing, another process may have taken the lock over. Moving it aside first shows what was
// really there, and a lock that turns out to be alive is put back.
function removeStale(file: string, expected: string): void {
  const aside = `${file}.stale.${process.pid}`
  try {
    renameSync(file, aside)
    if (readFileSync(aside, 'utf8') !== expected) linkSync(aside, file)
  } catch {
    // Somebody else was faster: the next round looks again.
  }
  rmSync(aside, { force: true })
}
