// Who is using the database of a folder just now: the server, and beside it perhaps `waymark figures`. Each leaves a file
// named by its process number; the last one out stops PostgreSQL. A file whose process died does not count.

import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { identityOf } from './process.ts'

let entered = 0

/** Notes this process as a user and returns its file. One process may enter several times. */
export function enter(folder: string): string {
  entered += 1
  const file = join(folder, `${process.pid}.${entered}`)
  writeFileSync(file, identityOf(process.pid) ?? '')
  return file
}

export const leave = (file: string): void => rmSync(file, { force: true })

/** The living users; files of the dead are cleared away. Call it under the lock. */
export function usersOf(folder: string): number[] {
  return readdirSync(folder).flatMap(name => {
    const file = join(folder, name)
    const pid = Number.parseInt(name, 10)
    if (identityOf(pid) === readFileSync(file, 'utf8')) return [pid]
    rmSync(file, { force: true })
    return []
  })
}
