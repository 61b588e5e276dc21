import { randomUUID } from 'node:crypto'
import { mkdir, open, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'

/** Where sealed files lie: a folder, or anything else that keeps bytes under a name. It never sees what they say. */
export interface FileStore {
  /** Keeps the bytes under the name; what was there is replaced whole, or not at all. */
  put(name: string, bytes: Uint8Array): Promise<void>
  /** null when there is no such file. */
  get(name: string): Promise<Buffer | null>
}

/** Files of a folder of their own, readable by this account only. */
export function folderFiles(folder: string): FileStore {
  const place = (name: string) => join(folder, checked(name))
  return {
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
      try {
        return await readFile(place(name))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
        throw error
      }
    },
  }
}

/** For a register that keeps none: imports, figures, tests of other things. */
export const noFiles: FileStore = {
  put: () => Promise.reject(new Error('This register was opened without a place for files.')),
  get: () => Promise.resolve(null),
}

/** Names are ids of our own making; checked all the same, since they become a path. */
function checked(name: string): string {
  if (!/^[0-9a-f-]{36}$/.test(name)) throw new Error('A file is named by a UUID.')
  return name
}
