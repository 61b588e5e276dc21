// Several programs at one folder in the same moment: a double click, a service manager and a person, a cron job.

import { spawn } from 'node:child_process'
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { startEmbedded } from '#postgres/embedded.ts'
import { withLock } from '#postgres/lock.ts'
import { identityOf } from '#postgres/process.ts'
import { ask, finish, holderOn, serverOf, throwAwayFolder } from './ground.ts'

test('two first starts at once: one makes the database, the other waits and says who runs already', async () => {
  const folder = throwAwayFolder()
  const holders = await Promise.all([holderOn(folder), holderOn(folder)])
  const [first, second] = holders.toSorted((a, b) => Number(a.adopted) - Number(b.adopted))
  expect([first?.adopted, second?.adopted]).toEqual([false, true])
  expect(second?.said.join()).toContain(`already running on this folder (process ${first?.child.pid})`)
  expect(second?.connection).toEqual(first?.connection)
  for (const holder of holders) {
    expect(serverOf(folder)).not.toBe(null)
    await finish(holder.child, 'SIGTERM')
  }
  expect(serverOf(folder)).toBe(null)
  expect(existsSync(join(folder, 'start.lock'))).toBe(false)
})

test('a first start killed in the middle leaves nothing that the next one stumbles over', async () => {
  const folder = throwAwayFolder()
  const child = spawn(process.execPath, [join(import.meta.dirname, 'holder.ts'), folder], { stdio: 'ignore' })
  while (!readdirSync(folder).some(name => name.includes('unfinished'))) await sleep(5)
  await finish(child, 'SIGKILL')
  expect(existsSync(join(folder, 'start.lock'))).toBe(true)
  const embedded = await startEmbedded({ dataDir: folder, testing: true })
  expect(await ask(embedded.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await embedded.stop()
})

test('a lock is believed only as long as the very process that took it lives', async () => {
  const file = join(throwAwayFolder(), 'start.lock')
  const order: string[] = []
  for (const stale of ['4000000\nanybody\n', `${process.pid}\nan earlier process with our number\n`]) {
    writeFileSync(file, stale)
    await withLock(
      file,
      () => {},
      async () => {
        order.push('taken over')
      },
    )
  }
  writeFileSync(file, `${process.pid}\n${identityOf(process.pid)}\n`)
  const waiting = withLock(
    file,
    () => {},
    async () => {
      order.push('after')
    },
  )
  await sleep(200)
  order.push('held')
  rmSync(file)
  await waiting
  expect(order).toEqual(['taken over', 'taken over', 'held', 'after'])
})

test('ten at once are inside one after another', async () => {
  const file = join(throwAwayFolder(), 'start.lock')
  let inside = 0
  let most = 0
  const enter = async (): Promise<void> => {
    inside += 1
    most = Math.max(most, inside)
    await sleep(3)
    inside -= 1
  }
  await Promise.all(Array.from({ length: 10 }, () => withLock(file, () => {}, enter)))
  expect(most).toBe(1)
})
