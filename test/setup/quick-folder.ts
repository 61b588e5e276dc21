import { mkdtempSync, statfsSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * A new folder for the files of a database that is thrown away: in memory where there is room, since writing and deleting
 * them on a disk is a third of the work of the database tests; else where temporary files go.
 */
export function quickFolder(prefix: string): string {
  return mkdtempSync(join(memory ?? tmpdir(), prefix))
}

const gigabyte = 2 ** 30
const memory = roomy('/dev/shm') ? '/dev/shm' : null

function roomy(folder: string): boolean {
  try {
    const { bavail, bsize } = statfsSync(folder)
    return bavail * bsize > 2 * gigabyte
  } catch {
    return false
  }
}
