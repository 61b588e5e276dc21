// A register of its own for one test file, and a folder for the files it reads.

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadKeys } from '#register/keys.ts'
import { openRegister, type Register } from '#register/register.ts'
import { freshDatabase } from '../setup/database.ts'

export interface ScratchFolder {
  /** Writes a file and gives its path. */
  file(name: string, content: string | Uint8Array): string
  path(name: string): string
  remove(): void
}

export function scratchFolder(): ScratchFolder {
  const folder = mkdtempSync(join(tmpdir(), 'waymark-exchange-'))
  const path = (name: string) => join(folder, name)
  return {
    path,
    file(name, content) {
      writeFileSync(path(name), content)
      return path(name)
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  }
}

export interface ScratchRegister {
  readonly register: Register
  rows<R extends object>(sql: string, values?: readonly unknown[]): Promise<R[]>
  close(): Promise<void>
}

export async function scratchRegister(): Promise<ScratchRegister> {
  const database = await freshDatabase()
  const folder = scratchFolder()
  const keys = await loadKeys(folder.path('master.key'), {})
  const register = await openRegister({ connection: database.url, keys, now: () => new Date('2026-03-01T12:00:00Z') })
  return {
    register,
    rows: async (sql, values = []) => (await register.pool.query(sql, [...values])).rows,
    async close() {
      await register.close()
      folder.remove()
      await database.drop()
    },
  }
}
