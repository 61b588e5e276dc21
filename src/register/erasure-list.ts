import { mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import type pg from 'pg'
import { destroyKeys } from './erase.ts'
import { filesOf, queueErasedFiles } from './erased-files-queue.ts'
import type { Keys } from './keys.ts'

/**
 * Whom the organisation has erased: ids only, outside the database, beside the keys. A backup of the database that is
 * older than an erasure brings the person's key back; this list takes it away again when the register is opened.
 */
export interface ErasureList {
  /** Persons, and office records that told of them. */
  subjects(): Promise<readonly string[]>
  /** Names of their sealed files, also of those that a restored database does not know. */
  files(): Promise<readonly string[]>
  /** Returns once it is on the disk. */
  add(subjects: readonly string[], files: readonly string[]): Promise<void>
}

/** One id a line, a file's after the word `file`; only ever added to, written through to the disk. */
export function erasureFile(file: string): ErasureList {
  const lines = async () => {
    const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return ''
      throw error
    })
    return text.split('\n')
  }
  return {
    // A line that a power cut left half written was never answered for as done.
    subjects: async () => (await lines()).filter(line => uuid.test(line)),
    files: async () =>
      (await lines()).flatMap(line => (line.startsWith('file ') && uuid.test(line.slice(5)) ? line.slice(5) : [])),
    async add(subjects, files) {
      await mkdir(dirname(file), { recursive: true, mode: 0o700 })
      const handle = await open(file, 'a', 0o600)
      try {
        await handle.writeFile(`\n${[...subjects, ...files.map(name => `file ${name}`)].join('\n')}\n`)
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
  const known: { subjects: string[]; files: string[] } = { subjects: [], files: [] }
  return {
    subjects: async () => known.subjects,
    files: async () => known.files,
    add: async (subjects, files) => {
      known.subjects.push(...subjects)
      known.files.push(...files)
    },
  }
}

/**
 * Erases again whom a restored backup brought back, and asks for the deletion of files that it brought back with them. Runs as
 * the owner, before anybody is let in.
 */
export async function replayErasures(
  client: pg.ClientBase,
  o: { readonly erasures: ErasureList; readonly keys: Keys; readonly now: Date },
): Promise<void> {
  const { erasures, keys, now } = o
  const subjects = await erasures.subjects()
  if (subjects.length === 0) return
  await client.query('begin')
  try {
    await destroyKeys(client, subjects, now)
    await queueErasedFiles(client, [...(await erasures.files()), ...(await filesOf(client, keys, subjects))], now)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw error
  }
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i
