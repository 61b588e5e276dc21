// The life of one embedded database, on the real thing: first start, second start, crashes, and who may stop it.

import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { appendFileSync, existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { startEmbedded } from '#postgres/embedded.ts'
import { PostgresProblem } from '#postgres/problem.ts'
import {
  ask,
  endServerOf,
  ended,
  familyOf,
  finish,
  folderWithCluster,
  holderOn,
  listeningOn,
  pullThePlug,
  removeCluster,
  serverOf,
  throwAwayFolder,
} from './ground.ts'

const onLinux = process.platform === 'linux'

afterAll(removeCluster)

test('the first start makes a durable cluster that only this machine can reach, the second finds it again', async () => {
  const folder = throwAwayFolder()
  const first = await startEmbedded({ dataDir: folder })
  expect(first.adopted).toBe(false)
  const names = ['fsync', 'synchronous_commit', 'data_checksums', 'wal_level', 'listen_addresses', 'ssl', 'jit']
  const list = names.map(name => `'${name}'`).join(',')
  const settings = await ask(first.connection, `select name, setting from pg_settings where name in (${list})`)
  expect(Object.fromEntries(settings.map(row => [row['name'], row['setting']]))).toEqual({
    fsync: 'on',
    synchronous_commit: 'on',
    data_checksums: 'on',
    wal_level: 'minimal',
    listen_addresses: '',
    ssl: 'off',
    jit: 'off',
  })
  const [locale] = await ask(
    first.connection,
    'select datlocprovider, datlocale from pg_database where datname = current_database()',
  )
  expect(locale).toEqual({ datlocprovider: 'b', datlocale: 'C.UTF-8' })
  expect(readFileSync(join(folder, 'VERSION'), 'utf8')).toBe('18\n')
  expect(statSync(join(folder, 'password')).mode & 0o777).toBe(0o600)
  await ask(first.connection, `create table note (words text); insert into note values ('kept')`)
  await first.stop()
  expect(serverOf(folder)).toBe(null)

  const second = await startEmbedded({ dataDir: folder })
  expect(second.adopted).toBe(false)
  expect(second.connection).toEqual(first.connection)
  expect(await ask(second.connection, 'select words from note')).toEqual([{ words: 'kept' }])
  await Promise.all([second.stop(), second.stop()])
  expect(serverOf(folder)).toBe(null)
})

test.runIf(onLinux)('the server listens on no network address, and a wrong password is refused', async () => {
  const folder = await folderWithCluster()
  const embedded = await startEmbedded({ dataDir: folder, testing: true })
  const control = createServer().listen(0, '127.0.0.1')
  await once(control, 'listening')
  expect(listeningOn(process.pid)).toHaveLength(1)
  control.close()
  expect(familyOf(serverOf(folder) ?? 0).flatMap(listeningOn)).toEqual([])
  await expect(ask({ ...embedded.connection, password: 'guessed' }, 'select 1')).rejects.toThrow('password')
  await embedded.stop()
})

test('a database whose program was killed is adopted, and its data with it', async () => {
  const folder = await folderWithCluster()
  const holder = await holderOn(folder)
  await ask(holder.connection, `create table note (words text); insert into note values ('kept')`)
  const server = serverOf(folder)
  await finish(holder.child, 'SIGKILL')
  expect(serverOf(folder)).toBe(server)

  const said: string[] = []
  const next = await startEmbedded({ dataDir: folder, say: line => said.push(line) })
  expect(next.adopted).toBe(true)
  expect(said.join()).toContain('was still running')
  expect(serverOf(folder)).toBe(server)
  expect(await ask(next.connection, 'select words from note')).toEqual([{ words: 'kept' }])
  await next.stop()
  expect(serverOf(folder)).toBe(null)
})

test('a verb beside the server shares its database; only the last one out stops it', async () => {
  const folder = await folderWithCluster()
  const server = await holderOn(folder)
  const said: string[] = []
  const verb = await startEmbedded({ dataDir: folder, say: line => said.push(line) })
  expect(verb.adopted).toBe(true)
  expect(said.join()).toContain(`already running on this folder (process ${server.child.pid})`)
  await verb.stop()
  expect(serverOf(folder)).not.toBe(null)

  const another = await startEmbedded({ dataDir: folder })
  await finish(server.child, 'SIGTERM')
  expect(await ask(another.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await another.stop()
  expect(serverOf(folder)).toBe(null)
})

test.runIf(onLinux)('what was confirmed survives kill -9 of every server process', async () => {
  const folder = await folderWithCluster()
  const first = await startEmbedded({ dataDir: folder })
  const client = new pg.Client(first.connection)
  client.on('error', () => {})
  await client.connect()
  await client.query('create table kept (n int)')
  let confirmed = 0
  const writing = (async () => {
    for (let n = 1; ; n += 1) {
      await client.query('insert into kept values ($1)', [n])
      confirmed = n
    }
  })().catch(() => {})
  while (confirmed < 200) await new Promise(resolve => setTimeout(resolve, 5))
  const family = familyOf(serverOf(folder) ?? 0)
  for (const pid of family) pullThePlug(pid)
  await writing
  for (const pid of family) await ended(pid)

  const second = await startEmbedded({ dataDir: folder })
  expect(second.adopted).toBe(false)
  const [row] = await ask(second.connection, `select count(*)::int as rows, max(n) as last from kept`)
  expect(row?.['rows']).toBeGreaterThanOrEqual(confirmed)
  expect(row?.['rows']).toBe(row?.['last'])
  await first.stop()
  await second.stop()
})

test.runIf(onLinux)('a server killed alone, its helpers still there for a moment, is started again', async () => {
  const folder = await folderWithCluster()
  const first = await startEmbedded({ dataDir: folder, testing: true })
  process.kill(serverOf(folder) ?? 0, 'SIGKILL')
  const second = await startEmbedded({ dataDir: folder, testing: true })
  expect(await ask(second.connection, 'select 1 as one')).toEqual([{ one: 1 }])
  await second.stop()
  await first.stop()
  expect(serverOf(folder)).toBe(null)
})

test('a stale postmaster.pid does not stop a start, whether its number is free or belongs to another program', async () => {
  const folder = await folderWithCluster()
  await (await startEmbedded({ dataDir: folder, testing: true })).stop()
  const bystander = spawn('sleep', ['60'])
  const file = join(folder, 'cluster', 'postmaster.pid')
  for (const pid of [4_000_000, bystander.pid]) {
    writeFileSync(
      file,
      `${pid}\n${join(folder, 'cluster')}\n1700000000\n5432\n${join(folder, 'socket')}\n\n  1234567 1\nready\n`,
    )
    const embedded = await startEmbedded({ dataDir: folder, testing: true })
    expect(embedded.adopted).toBe(false)
    await embedded.stop()
  }
  expect(bystander.exitCode ?? bystander.signalCode).toBe(null)
  await finish(bystander, 'SIGKILL')
})

test.runIf(onLinux)(
  'no name reaches the server log: not by an error, not by a crash, not by ALTER SYSTEM',
  async () => {
    const folder = await folderWithCluster()
    const first = await startEmbedded({ dataDir: folder, testing: true })
    await ask(first.connection, `create table person (name text primary key); insert into person values ('Nadifa')`)
    await ask(first.connection, `alter system set log_statement = 'all'`)
    await first.stop()
    const second = await startEmbedded({ dataDir: folder, testing: true })
    await ask(second.connection, `select 'Nadifa'`)
    for (const broken of [`insert into person values ('Nadifa')`, `select date 'Nadifa'`, `select "Nadifa"`]) {
      await expect(ask(second.connection, broken)).rejects.toThrow()
    }
    const client = new pg.Client(second.connection)
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const sleeping = client.query(`select pg_sleep(60), 'Nadifa'`).catch(() => {})
    await new Promise(resolve => setTimeout(resolve, 100))
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await sleeping
    await second.stop()
    const log = readFileSync(join(folder, 'server.log'), 'utf8')
    expect(log).toContain('was terminated by signal 9')
    expect(log).not.toContain('Nadifa')
  },
)

test.runIf(onLinux)('told to stop while it recovers from the death of a process, the server stops', async () => {
  const folder = await folderWithCluster()
  for (let round = 0; round < 5; round += 1) {
    const embedded = await startEmbedded({ dataDir: folder, testing: true })
    const client = new pg.Client(embedded.connection)
    client.on('error', () => {})
    await client.connect()
    const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
    const sleeping = client.query('select pg_sleep(60)').catch(() => {})
    process.kill(rows[0]?.pid ?? 0, 'SIGKILL')
    await sleeping
    await embedded.stop()
    expect(serverOf(folder)).toBe(null)
  }
})

test('a lost password is replaced, because whoever owns the files may', async () => {
  const folder = await folderWithCluster()
  const first = await startEmbedded({ dataDir: folder, testing: true })
  await ask(first.connection, 'create table note (words text)')
  rmSync(join(folder, 'password'))
  await expect(startEmbedded({ dataDir: folder })).rejects.toThrow('"password" is missing')
  await first.stop()
  const second = await startEmbedded({ dataDir: folder, testing: true })
  expect(second.connection.password).not.toBe(first.connection.password)
  expect(await ask(second.connection, 'select * from note')).toEqual([])
  await second.stop()
})

test('a folder of another PostgreSQL major is refused in words, and left as it is', async () => {
  const folder = await folderWithCluster()
  await (await startEmbedded({ dataDir: folder, testing: true })).stop()
  for (const major of ['17', '19']) {
    writeFileSync(join(folder, 'cluster', 'PG_VERSION'), `${major}\n`)
    const refused = startEmbedded({ dataDir: folder })
    await expect(refused).rejects.toBeInstanceOf(PostgresProblem)
    await expect(refused).rejects.toThrow(`made by PostgreSQL ${major}; this Waymark brings PostgreSQL 18`)
  }
  expect(existsSync(join(folder, 'start.lock'))).toBe(false)
})

test('a start that fails shows what the server said', async () => {
  const folder = await folderWithCluster()
  await (await startEmbedded({ dataDir: folder, testing: true })).stop()
  appendFileSync(join(folder, 'cluster', 'pg_hba.conf'), 'nonsense\n')
  const failing = startEmbedded({ dataDir: folder, testing: true })
  await expect(failing).rejects.toBeInstanceOf(PostgresProblem)
  await expect(failing).rejects.toThrow(/did not start[^]*pg_hba\.conf/)
  await endServerOf(folder)
})
