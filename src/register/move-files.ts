import { erasedAmong } from './erased-files.ts'
import type { FileStore } from './file-store.ts'
import type { Register } from './register.ts'

export interface Moved {
  readonly moved: number
  /** Of erased persons: deleted instead of moved. */
  readonly erased: number
  /** Lie at both places and are not the same: left as they are. */
  readonly different: number
}

/**
 * Moves every file to another place, one after the other: a file is deleted where it was once it was read back where it is now.
 * Broken off at any point nothing is lost, and starting again moves the rest.
 * @param onFile told after each file: how many are done, of how many.
 * @throws FileStoreProblem, or an error of the folder, with what is left lying where it was.
 */
export async function moveFiles(
  register: Register,
  o: { readonly from: FileStore; readonly to: FileStore; readonly onFile?: (done: number, of: number) => void },
): Promise<Moved> {
  // All of them first: a listing that is deleted from under its hands may skip some.
  const names: string[] = []
  for await (const name of o.from.names()) names.push(name)
  const gone = await erasedAmong(register, names)
  const counts = { moved: 0, erased: 0, different: 0 }
  for (const [i, name] of names.entries()) {
    counts[gone.has(name) ? await removed(o.from, name) : await moved(o.from, o.to, name)]++
    o.onFile?.(i + 1, names.length)
  }
  return counts
}

async function removed(from: FileStore, name: string): Promise<'erased'> {
  await from.remove(name)
  return 'erased'
}

async function moved(from: FileStore, to: FileStore, name: string): Promise<'moved' | 'different'> {
  const bytes = await from.get(name)
  // Taken away by somebody else meanwhile: it is where it should be.
  if (!bytes) return 'moved'
  const there = await to.get(name)
  if (there && !there.equals(bytes)) return 'different'
  if (!there) {
    await to.put(name, bytes)
    const back = await to.get(name)
    if (!back?.equals(bytes)) throw new Error('A file did not come back as it was sent.')
  }
  await from.remove(name)
  return 'moved'
}
