import { randomUUID } from 'node:crypto'
import { mkdir, open, opendir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkedName, type FileStore, isFileName } from './file-store.ts'

/** Files of a folder of their own, readable by this account only. */
export function folderFiles(folder: string): FileStore {
  const place = (name: string) => join(folder, checkedName(name))
  return {
    place: { kind: 'folder', where: folder },
    async put(name, bytes) {
      await mkdir(folder, { recursive: true, mode: 0o700 })
      // Written beside and moved: a power cut leaves the old file or the new one, never half of one.
      const beside = join(folder, `.${randomUUID()}`)
      try {
        const handle = await open(beside, 'wx', 0o600)
        try {
          await handle.writeFile(bytes)
          await handle.sync()
        } finally {
          await handle.close()
        }
        await rename(beside, place(name))
      } catch (error) {
        await rm(beside, { force: true })
        throw error
      }
    },
    async get(name) {
      return ifThere(readFile(place(name)))
    },
    async remove(name) {
      await rm(place(name), { force: true })
      // A power cut must not bring back what was answered for as gone.
      const handle = await ifThere(open(folder, 'r'))
      if (!handle) return
      try {
        await handle.sync()
      } finally {
        await handle.close()
      }
    },
    async *names() {
      const entries = await ifThere(opendir(folder))
      if (!entries) return
      for await (const { name } of entries) if (isFileName(name)) yield name
    },
  }
}

/** null for what is not there; every other error is one. */
async function ifThere<T>(found: Promise<T>): Promise<T | null> {
  try {
    return await found
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
