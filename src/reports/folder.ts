import { randomUUID } from 'node:crypto'
import { mkdir, readdir, rename, rm, rmdir, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import type { Output } from './outputs.ts'
import { ReportProblem } from './problem.ts'

/** @throws ReportProblem place_taken when there is something there already. */
export async function checkFree(folder: string): Promise<void> {
  const found = await readdir(resolve(folder)).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    if (error.code === 'ENOTDIR') return ['']
    throw error
  })
  if (found.length > 0)
    throw new ReportProblem('place_taken', `${folder} is not empty. Name a folder that is new or empty.`)
}

/** Writes a folder whole or not at all: beside its place first, and moved there when everything is in it. */
export async function writeFolder(folder: string, outputs: readonly Output[]): Promise<void> {
  await checkFree(folder)
  const place = resolve(folder)
  const beside = join(dirname(place), `.${basename(place)}-${randomUUID()}`)
  await mkdir(beside, { recursive: true })
  try {
    for (const { name, bytes } of outputs) await writeFile(join(beside, name), bytes)
    await rmdir(place).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== 'ENOENT') throw error
    })
    await rename(beside, place)
  } catch (error) {
    await rm(beside, { recursive: true, force: true })
    throw error
  }
}
