import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type pg from 'pg'
import { destroyKeys } from './erase.ts'

/**
 * Whom the organisation has erased: ids only, outside the database, beside the keys. A backup of the database that is
 * older than an erasure brings the person's key back; this list takes it away again when the register is opened.
 */
export interface ErasureList {
  /** Persons, and office records that told of them. */
  subjects(): Promise<readonly string[]>
  /** Returns once the ids are on the disk. */
  add(subjects: readonly string[]): Promise<void>
}

/** One id a line, only ever added to, written through to the disk. */
export function erasureFile(file: string): ErasureList {
  return {
    async subjects() {
      const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
        if (error.code === 'ENOENT') return ''
        throw error
      })
      // A line that a power cut left half written was never answered for as done.
      return text.split('\n').filter(line => uuid.test(line))
    },
    async add(subjects) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(file, 'a', 0o600)
      try {
        await handle.writeFile(`\n${subjects.join('\n')}\n`)
        await handle.sync()
      } finally {
        await handle.close()
      }
      // The name of a new file is part of its folder.
      const folder = await open(dirname(file), 'r')
      try {
        await folder.sync()
      } finally {
        await folder.close()
      }
    },
  }
}

/** For a register whose backups nobody restores: tests and one-off work. */
export function erasuresInMemory(): ErasureList {
  const known: string[] = []
  return { subjects: async () => known, add: async subjects => void known.push(...subjects) }
}

/** Erases again whom a restored backup brought back. Runs as the owner, before anybody is let in. */
export async function replayErasures(client: pg.ClientBase, erasures: ErasureList, now: Date): Promise<void> {
  const subjects = await erasures.subjects()
  if (subjects.length === 0) return
  await client.query('begin')
  try {
    await destroyKeys(client, subjects, now)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
