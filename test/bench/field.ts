// npm run bench -- field [--data DIR]: the field app on a slow processor and a slow line, through a real Chromium and a real
// server on this machine. Prints a table for docs/performance.md.

import { type ChildProcess, fork } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { fillDemo } from '#demo/fill.ts'
import { startEmbedded } from '#postgres/embedded.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister } from '#register/register.ts'
import { carriedDay } from './field-day.ts'
import { coldStart } from './field-start.ts'
import { typing } from './field-typing.ts'
import type { Ready } from './server.ts'

const { values } = parseArgs({ options: { data: { type: 'string', default: 'var/bench-field' } } })
const dataDir = resolve(values.data)
const root = fileURLToPath(new URL('../../', import.meta.url))

await fill()
const child = fork(join(root, 'test/bench/server.ts'), [dataDir, join(root, 'dist/web')])
const url = await ready(child)
const profile = await mkdtemp(join(tmpdir(), 'waymark-field-'))
try {
  const rows = [...(await coldStart(url, profile)), ...(await typing(url)), ...(await carriedDay(url))]
  process.stdout.write('| what | target | measured |\n| --- | --- | --- |\n')
  for (const row of rows) process.stdout.write(`| ${row.what} | ${row.target} | ${row.measured} |\n`)
} finally {
  child.send('stop')
  await new Promise(done => child.once('exit', done))
  await rm(profile, { recursive: true, force: true })
}

async function fill(): Promise<void> {
  const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres') })
  const register = await openRegister({
    connection: embedded.connection,
    keys: await loadKeys(join(dataDir, 'keys', 'master.key')),
    poolSize: 2,
  })
  if (register.offices().all().length === 0)
    await fillDemo(register, { persons: 200, seed: 1, today: register.now().toISOString().slice(0, 10) })
  await register.close()
  await embedded.stop()
}

function ready(process: ChildProcess): Promise<string> {
  return new Promise((done, fail) => {
    process.once('message', message => done((message as Ready).url))
    process.once('exit', code => fail(new Error(`The server ended with ${code}.`)))
  })
}
