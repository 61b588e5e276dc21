import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fieldOf } from '#dictionary/dictionary.ts'
import { startEmbedded } from '#postgres/embedded.ts'
import { visibleViews } from '#register/files.ts'
import { loadKeys } from '#register/keys.ts'
import { openProtected } from '#register/protected-answers.ts'
import { openRegister } from '#register/register.ts'
import { type RecordRow, recordColumns } from '#register/rows.ts'
import { inWork, systemActor } from '#register/work.ts'
import { serve, signIn, temporaryFolder } from './serving.ts'

/**
 * Whoever copies the database's files, a dump or the logs must not find one person. The names are read back through
 * the register itself, so that the search knows what is really stored.
 */
let folder: Awaited<ReturnType<typeof temporaryFolder>>
let printed = ''
let secrets: string[] = []
let dump = ''
let addresses = 0

beforeAll(async () => {
  folder = await temporaryFolder()
  const server = await serve(folder.path, '--demo', '--persons', '120')
  const password = /password: (.+)/.exec(server.printed())?.[1] ?? ''
  const login = /caseworker\.kyiv\S*/.exec(server.printed())?.[0] ?? ''
  const ask = await signIn(server.url, login, password)
  // What people do with names: look for them, open them, write them, and write them wrongly.
  const found = await ask('POST', '/api/find', { text: 'Коваленко', limit: 20 })
  expect(found.status).toBe(200)
  await ask('POST', '/api/find', { text: 'Zyxwvutsname' })
  await ask('POST', '/api/changes', { changes: [{ id: 'Zyxwvutsname' }] })
  await ask('GET', '/api/cases/Zyxwvutsname')
  await server.end()
  printed = server.printed()

  const embedded = await startEmbedded({ dataDir: join(folder.path, 'postgres') })
  const register = await openRegister({
    connection: embedded.connection,
    keys: await loadKeys(join(folder.path, 'keys', 'master.key')),
  })
  secrets = await inWork(register, systemActor, async work => {
    const { rows } = await work.client.query<RecordRow>(`select ${recordColumns} from record where sealed is not null`)
    const views = [...(await visibleViews(work, rows)).values()]
    const said = views.flatMap(view =>
      Object.entries(view.content).flatMap(([field, value]) => {
        const declared = fieldOf(work.dictionary, view.type, field)
        return declared?.class !== 'open' && (declared?.kind === 'text' || declared?.kind === 'long_text') ? value : []
      }),
    )
    // The office directory, that of services and activities are no secret; a provider may be one of them, a town their place.
    const { rows: open } = await work.client.query<{ text: string }>(
      `select distinct value #>> '{}' as text from record, jsonb_each(content) where (common or type = 'activity') and jsonb_typeof(value) = 'string'`,
    )
    const known = new Set([...work.offices.all().map(office => office.name), ...open.map(({ text }) => text)])
    // Addresses of shelters leave with no record, and are asked for at their own door.
    const { rows: houses } = await work.client.query<{ id: string }>("select id from record where type = 'shelter'")
    for (const { id } of houses) {
      const content = await openProtected(work, { type: 'shelter', id, purpose: 'inspection' })
      said.push(...Object.values(content ?? {}).filter(value => typeof value === 'string'))
    }
    addresses = houses.length
    return [...new Set(said.filter(value => typeof value === 'string'))].filter(
      text => [...text].length >= 6 && !known.has(text),
    )
  })
  const client = new pg.Client(embedded.connection)
  await client.connect()
  const { rows: tables } = await client.query<{ name: string }>(
    "select quote_ident(table_name) as name from information_schema.tables where table_schema = 'public' and table_type = 'BASE TABLE'",
  )
  for (const { name } of tables) {
    const { rows } = await client.query<{ line: string }>(`select t::text as line from ${name} t`)
    dump += `${name}\n${rows.map(row => row.line).join('\n')}\n`
  }
  await client.query('checkpoint')
  await client.end()
  await register.close()
  await embedded.stop()
}, 180_000)
afterAll(() => folder.remove())

test('there is something to hide', () => {
  expect(secrets.length).toBeGreaterThan(300)
  expect(addresses).toBe(3)
})

test('no name, number, address or story in a logical dump of every table', () => {
  expect(dump).toContain('record\n')
  expect(secrets.filter(secret => dump.includes(secret))).toEqual([])
})

test('nor in what the server printed, nor a word that somebody only searched for', () => {
  expect([...secrets, 'Zyxwvutsname', 'Коваленко'].filter(secret => printed.includes(secret))).toEqual([])
})

test('nor in any file of the data folder: tables, indexes, write-ahead log, server log', async () => {
  const files = (await readdir(folder.path, { recursive: true, withFileTypes: true })).filter(each => each.isFile())
  expect(files.length).toBeGreaterThan(500)
  const needles = secrets.filter(secret => [...secret].length >= 8).map(secret => Buffer.from(secret))
  const hits: string[] = []
  for (const file of files) {
    const bytes = await readFile(join(file.parentPath, file.name))
    for (const needle of needles) if (bytes.includes(needle)) hits.push(file.name)
  }
  expect(hits).toEqual([])
}, 120_000)
