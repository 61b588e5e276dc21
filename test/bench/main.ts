// npm run bench [-- --data DIR --persons N --services N --seconds S --no-docs]: fills the register of a data folder when it is empty, measures the
// server through HTTP on this machine, prints a table and writes it into docs/performance.md.

import { type ChildProcess, fork } from 'node:child_process'
import { readFileSync, writeFileSync } from 'node:fs'
import { availableParallelism, cpus, totalmem } from 'node:os'
import { join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { chance } from '#dictionary/chance.ts'
import { fillDemo } from '#demo/fill.ts'
import { demoPassword, demoStaff } from '#demo/organisation.ts'
import { startEmbedded } from '#postgres/embedded.ts'
import { loadKeys } from '#register/keys.ts'
import { openRegister, type Register } from '#register/register.ts'
import { type Client, signIn } from './client.ts'
import { askDepartures, readLists } from './lists.ts'
import { askPossiblySame, openCases, type Sample, searchNames, writeChanges } from './measures.ts'
import type { AnnualMade } from './annual.ts'
import { countByDuckdb } from './duckdb.ts'
import { type Answered, countFigures, timesOf } from './figures.ts'
import { kb, mb, ms, type Row, tableOf, withTable } from './report.ts'
import type { Memory, Ready } from './server.ts'
import { timingOf } from './timing.ts'
import { firstLoad } from './web-size.ts'

const { values } = parseArgs({
  options: {
    data: { type: 'string', default: 'var/bench' },
    persons: { type: 'string', default: '100000' },
    services: { type: 'string' },
    seconds: { type: 'string', default: '30' },
    'no-docs': { type: 'boolean', default: false },
  },
})
const dataDir = resolve(values.data)
const persons = Number(values.persons)
const services = values.services === undefined ? undefined : Number(values.services)
const seconds = Number(values.seconds)
const root = fileURLToPath(new URL('../../', import.meta.url))
const say = (line: string): void => void process.stderr.write(`${line}\n`)

const rows: Row[] = []
const embedded = await startEmbedded({ dataDir: join(dataDir, 'postgres'), say })
const register = await openRegister({
  connection: embedded.connection,
  keys: await loadKeys(join(dataDir, 'keys', 'master.key')),
  poolSize: 2,
})
try {
  await fillWhenEmpty(register)
  const held = await sizes(register)
  const server = await startServer()
  try {
    await measure(server.url, held.persons, server.memory)
  } finally {
    await server.stop()
  }
  await makeAnnual(Number(register.now().getUTCFullYear()) - 1)
  const title = `${held.persons.toLocaleString('en')} persons, ${held.services.toLocaleString('en')} services, ${held.records.toLocaleString('en')} records, database ${held.gigabytes} GB`
  const machine = `${availableParallelism()} cores of ${cpus()[0]?.model.trim() ?? 'an unknown processor'}, ${Math.round(totalmem() / 2 ** 30)} GB memory, Node ${process.versions.node}; server, client and database share them`
  const table = tableOf({
    title,
    machine,
    command: `npm run bench -- --persons ${persons}${services === undefined ? '' : ` --services ${services}`}`,
    rows,
  })
  process.stdout.write(`${table}\n`)
  const page = join(root, 'docs', 'performance.md')
  if (!values['no-docs']) writeFileSync(page, withTable(readFileSync(page, 'utf8'), table))
} finally {
  await register.close()
  await embedded.stop()
}

async function fillWhenEmpty(target: Register): Promise<void> {
  if (target.offices().all().length > 0) return
  say(`Filling with ${persons} persons …`)
  const began = performance.now()
  let told = began
  const { records } = await fillDemo(target, {
    persons,
    seed: 1,
    services,
    today: target.now().toISOString().slice(0, 10),
    onProgress(done) {
      if (performance.now() - told < 10_000) return
      told = performance.now()
      say(`  ${done} persons, ${Math.round((told - began) / 1_000)} s`)
    },
  })
  const took = (performance.now() - began) / 1_000
  rows.push({
    what: `fill with ${persons.toLocaleString('en')} persons`,
    target: '1,000,000 in < 900 s',
    measured: `${took.toFixed(0)} s (${Math.round(records / took).toLocaleString('en')} records/s)`,
  })
  const memory = process.resourceUsage().maxRSS / 1_024
  rows.push({ what: 'memory of the filling process, highest', target: '', measured: `${Math.round(memory)} MB` })
  // As after any large import: what was loaded is made readable at once, and not by the first people who read it.
  await target.pool.query('vacuum analyze')
  await target.pool.query('checkpoint')
}

async function sizes(
  target: Register,
): Promise<{ persons: number; services: number; records: number; gigabytes: string }> {
  const { rows: found } = await target.pool.query<{
    persons: string
    services: string
    records: string
    bytes: string
  }>(
    `select count(*) filter (where type = 'person') as persons, count(*) filter (where type = 'service') as services, count(*) as records, pg_database_size(current_database()) as bytes from record`,
  )
  const [row] = found
  return {
    persons: Number(row?.persons),
    services: Number(row?.services),
    records: Number(row?.records),
    gigabytes: (Number(row?.bytes) / 1e9).toFixed(1),
  }
}

async function measure(url: string, held: number, memory: () => Promise<Memory>): Promise<void> {
  const idle = await memory()
  const clients = new Map<string, Client>()
  for (const { login, office: code } of demoStaff.filter(member => member.role === 'caseworker')) {
    const office = register.offices().byCode(code)
    if (office && !clients.has(office.id)) clients.set(office.id, await signIn(url, login, demoPassword))
  }
  const analyst = await signIn(url, 'global_analyst.hq@demo.example', demoPassword)
  const samples = await randomCases(held, 1_050, clients)

  say('Opening case files …')
  const { timing: opening, files } = await openCases(samples)
  rows.push({
    what: `open a case file (${opening.count} random)`,
    target: 'p95 < 20 ms',
    measured: `p50 ${ms(opening.p50)}, p95 ${ms(opening.p95)}`,
  })

  say('Searching …')
  const search = await searchNames(files, clients, 200)
  rows.push({
    what: `misspelt-name search (${search.timing.count})`,
    target: 'p95 < 150 ms',
    measured: `p50 ${ms(search.timing.p50)}, p95 ${ms(search.timing.p95)}; ${Math.round(search.found * 100)}% among the first 20, ${Math.round(search.namesakes * 100)}% behind 20 of the same name`,
  })

  say('Registering …')
  const possible = await askPossiblySame(files, clients, 200)
  rows.push({
    what: `one new registration against all of the office (${possible.timing.count})`,
    target: 'p95 < 150 ms',
    measured: `p50 ${ms(possible.timing.p50)}, p95 ${ms(possible.timing.p95)}; ${Math.round(possible.found * 100)}% among those shown`,
  })

  say('Counting …')
  const answered = await countFigures(analyst)
  for (const [dimensions, what, target] of [
    [1, 'one-dimension figure', '< 1 s'],
    [2, 'two-dimension figure', '< 1 s'],
  ] as const) {
    const { timing, slowest } = timesOf(answered, dimensions)
    rows.push({
      what: `${what} (${timing.count})`,
      target,
      measured: `p50 ${ms(timing.p50)}, slowest ${ms(timing.highest)}: ${slowest}`,
    })
  }
  // Before anything is written, so that both count the same.
  await besideDuckdb(answered)

  say('Reading lists and boards …')
  await measureLists(url, held, clients)

  say(`Writing for ${seconds} s …`)
  const writing = await writeChanges(await randomCases(held, 5_000, clients), { writers: 16, seconds })
  rows.push({
    what: `accept a change, 16 writers, ${seconds} s (${writing.accepted})`,
    target: '> 300/s, p95 < 50 ms',
    measured: `${writing.perSecond.toFixed(0)}/s, p50 ${ms(writing.timing.p50)}, p95 ${ms(writing.timing.p95)}${writing.refused.length > 0 ? `; ${writing.refused.length} not accepted` : ''}`,
  })
  if (writing.refused.length > 0) say(`  not accepted: ${[...new Set(writing.refused)].join('; ')}`)

  const busy = await memory()
  rows.push({
    what: 'server memory',
    target: '< 500 MB',
    measured: `${mb(idle.resident)} at start, ${mb(busy.resident)} after, ${mb(busy.highest)} at the highest`,
  })
  const web = firstLoad(join(root, 'dist', 'web'))
  rows.push({
    what: 'first load of the web app, scripts',
    target: '< 300 kB',
    measured: web
      ? `${kb(web.scripts)} gzip, ${kb(web.scriptsBrotli)} brotli (styles ${kb(web.styles)} gzip)`
      : 'not built',
  })
  for (const client of [...clients.values(), analyst]) client.close()
}

/** The same figures over the same facts as Parquet. */
async function besideDuckdb(answered: readonly Answered[]): Promise<void> {
  say('Counting the same by DuckDB …')
  const { times, different } = await countByDuckdb(register, answered, dataDir)
  const [ours, theirs] = [timingOf(answered.map(({ ms: taken }) => taken)), timingOf(times)]
  const [mine, duck] = [answered.map(({ ms: taken }) => taken), times].map(all =>
    all.reduce((sum, one) => sum + one, 0),
  )
  rows.push({
    what: `the same ${times.length} figures by DuckDB over Parquet`,
    target: 'the same numbers',
    measured: `p50 ${ms(theirs.p50)}, slowest ${ms(theirs.highest)}; here p50 ${ms(ours.p50)}: ${((mine ?? 0) / (duck ?? 1)).toFixed(1)} times as long in all, HTTP and passport included; ${different.length === 0 ? 'all numbers equal' : `${different.length} different`}`,
  })
  if (different.length > 0) say(`  different: ${different.join('; ')}`)
}

async function makeAnnual(year: number): Promise<void> {
  say(`Making the annual report of ${year} …`)
  const child = fork(fileURLToPath(new URL('annual.ts', import.meta.url)), [dataDir, String(year)], {
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const ended = new Promise<void>(done => child.once('exit', () => done()))
  const { figures, seconds: took, told, highest } = await answer<AnnualMade>(child)
  await ended
  rows.push({
    what: `annual report of ${year}, ${figures} figures, six formats`,
    target: '< 90 s, < 1 GB',
    measured: `${(took.counting + took.writing).toFixed(1)} s (counting ${took.counting.toFixed(1)}), ${mb(highest)}, progress told ${told} times`,
  })
}

/** The desks of one mission, and the verdict on departures from it. */
async function measureLists(url: string, held: number, clients: ReadonlyMap<string, Client>): Promise<void> {
  const office = register.offices().byCode('KYIV')?.id
  const worker = office === undefined ? undefined : clients.get(office)
  if (office === undefined || !worker) throw new Error('The demo organisation has no caseworker in Kyiv.')
  const [supervisor, funds, officer] = await Promise.all(
    ['supervisor.kyiv', 'fund_manager.hq', 'return_officer.kyiv'].map(login =>
      signIn(url, `${login}@demo.example`, demoPassword),
    ),
  )
  if (!supervisor || !funds || !officer) throw new Error('A member of the demo staff is missing.')
  const types = [...register.dictionary().recordTypes.values()].filter(type => type.list).map(type => type.id)
  const lists = await readLists({ worker, supervisor, funds }, office, types)
  rows.push({
    what: `read a list or a board (${lists.timing.count}, ${types.length} types)`,
    target: 'p95 < 100 ms',
    measured: `p50 ${ms(lists.timing.p50)}, p95 ${ms(lists.timing.p95)}, slowest ${ms(lists.timing.highest)}`,
  })
  say(
    `  slowest: ${lists.slowest.path.replace(/[0-9a-f-]{36}/g, ':id')} (${Math.round(lists.slowest.ms)} ms), ${lists.lines} lines`,
  )
  const kyiv = await randomCases(held, 200, new Map([[office, worker]]))
  const departures = await askDepartures(kyiv, officer)
  rows.push({
    what: `verdict on a departure (${departures.timing.count}; ${departures.reasons} reasons each)`,
    target: 'p95 < 100 ms',
    measured: `p50 ${ms(departures.timing.p50)}, p95 ${ms(departures.timing.p95)}`,
  })
  for (const client of [supervisor, funds, officer]) client.close()
}

/** Cases all over the register, each with the caseworker of its office. */
async function randomCases(held: number, count: number, clients: ReadonlyMap<string, Client>): Promise<Sample[]> {
  // A share of all cases, drawn by the database with a seed, then cut to the number wanted.
  const percent = Math.min(100, (count * 400) / Math.max(held, 1))
  const { rows: found } = await register.pool.query<{ id: string; office_id: string; person: string; version: number }>(
    `select id, office_id, person, version from record tablesample bernoulli ($1) repeatable (7) where type = 'case' and office_id = any($2)`,
    [percent, [...clients.keys()]],
  )
  const dice = chance(7)
  const drawn = found.map(row => ({ row, place: dice.next() })).sort((a, b) => a.place - b.place)
  return drawn.slice(0, count).flatMap(({ row }) => {
    const client = clients.get(row.office_id)
    return client ? [{ id: row.id, office: row.office_id, person: row.person, version: row.version, client }] : []
  })
}

async function startServer(): Promise<{ url: string; memory(): Promise<Memory>; stop(): Promise<void> }> {
  const child = fork(fileURLToPath(new URL('server.ts', import.meta.url)), [dataDir], {
    // As `npm start` runs it.
    execArgv: ['--max-semi-space-size=8'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  const { url } = await answer<Ready>(child)
  return {
    url,
    memory() {
      child.send('memory')
      return answer<Memory>(child)
    },
    stop() {
      const ended = new Promise<void>(done => child.once('exit', () => done()))
      if (child.connected) child.send('stop')
      return ended
    },
  }
}

function answer<T>(child: ChildProcess): Promise<T> {
  return new Promise((done, fail) => {
    const ended = () => fail(new Error('The server under test ended.'))
    child.once('exit', ended)
    child.once('message', message => {
      child.off('exit', ended)
      done(message as T)
    })
  })
}
