import pg from 'pg'
import { expect, test } from 'vitest'
import { freshDatabase } from '../setup/database.ts'

test('a test file gets an empty database of its own, reached by a URL, and can drop it', async () => {
  const database = await freshDatabase({ template: 'template0' })
  const client = new pg.Client(database.url)
  await client.connect()
  const tables = await client.query(`select from pg_tables where schemaname = 'public'`)
  expect(tables.rowCount).toBe(0)
  await client.query('create table note (words text)')
  client.on('error', () => {})
  await database.drop()
  await expect(new pg.Client(database.url).connect()).rejects.toThrow('does not exist')
})

test('a database can be made from another one', async () => {
  const template = await freshDatabase()
  const first = new pg.Client(template.url)
  await first.connect()
  await first.query(`create table note (words text); insert into note values ('kept')`)
  await first.end()
  const copy = await freshDatabase({ template: template.name })
  const second = new pg.Client(copy.url)
  await second.connect()
  const { rows } = await second.query('select words from note')
  await second.end()
  await copy.drop()
  await template.drop()
  expect(rows).toEqual([{ words: 'kept' }])
})

test('without a wish it is the migrated one, with no row of anybody', async () => {
  const database = await freshDatabase()
  const client = new pg.Client(database.url)
  await client.connect()
  const { rows } = await client.query(
    'select (select count(*) from migration) > 0 as migrated, count(*)::int as n from office',
  )
  await client.end()
  await database.drop()
  expect(rows).toEqual([{ migrated: true, n: 0 }])
})
