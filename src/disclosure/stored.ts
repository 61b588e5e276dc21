import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type ReleaseFile, textFile } from './file.ts'
import type { LedgerEntry } from './ledger.ts'
import { DisclosureProblem } from './problem.ts'

/** Keeps the files of a release in a folder that appears whole or not at all. What a crash left half-made is replaced. */
export async function storeOutput(dir: string, files: readonly ReleaseFile[]): Promise<void> {
  const beside = `${dir}.part`
  await rm(beside, { recursive: true, force: true })
  await mkdir(beside, { recursive: true, mode: 0o700 })
  for (const { name, bytes } of files) await writeFile(join(beside, name), bytes)
  await rm(dir, { recursive: true, force: true })
  await rename(beside, dir)
}

/** The files of a release as they were stored; throws DisclosureProblem `ledger_lost` when they are gone or were changed. */
export async function readStored(dir: string, entry: LedgerEntry): Promise<ReleaseFile[]> {
  const listed = entry.kind === 'done' ? Object.entries(entry.files) : []
  return Promise.all(
    listed.map(async ([name, sha256]) => {
      const text = await readFile(join(dir, name), 'utf8').catch(() => '')
      const file = textFile(name, text)
      if (file.sha256 !== sha256) throw new DisclosureProblem('ledger_lost', { dir })
      return file
    }),
  )
}
