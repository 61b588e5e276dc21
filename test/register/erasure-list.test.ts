import { randomUUID } from 'node:crypto'
import { appendFile, mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { erasureFile } from '#register/erasure-list.ts'

let folder: string
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'waymark-erased-'))
})
afterAll(() => rm(folder, { recursive: true }))

test('what is added stays, in the order of adding, for whoever opens the list next; nobody else reads the file', async () => {
  const file = join(folder, 'keys', 'erased')
  const [a, b, c] = [randomUUID(), randomUUID(), randomUUID()]
  expect(await erasureFile(file).subjects()).toEqual([])
  const [x, y] = [randomUUID(), randomUUID()]
  await erasureFile(file).add([a, b], [x])
  await erasureFile(file).add([c], [y])
  expect(await erasureFile(file).subjects()).toEqual([a, b, c])
  expect(await erasureFile(file).files()).toEqual([x, y])
  expect((await stat(file)).mode & 0o777).toBe(0o600)
})

test('a line that a power cut left half written spoils neither itself nor the next', async () => {
  const file = join(folder, 'cut')
  const [a, b] = [randomUUID(), randomUUID()]
  await erasureFile(file).add([a], [])
  await appendFile(file, b.slice(0, 20))
  await erasureFile(file).add([b], [])
  await appendFile(file, `file ${a.slice(0, 20)}`)
  await erasureFile(file).add([], [b])
  expect(await erasureFile(file).subjects()).toEqual([a, b])
  expect(await erasureFile(file).files()).toEqual([b])
})
