import { readdir, readFile } from 'node:fs/promises'
import type pg from 'pg'

const folder = new URL('./migrations/', import.meta.url)

/** Applies the numbered SQL files not yet applied, in order, each in the caller's connection. Forward only. */
export async function migrate(client: pg.ClientBase): Promise<readonly string[]> {
  await client.query('select pg_advisory_lock(7231894401)')
  try {
    await client.query(
      'create table if not exists migration (name text primary key, applied_at timestamptz not null default now())',
    )
    const done = new Set((await client.query<{ name: string }>('select name from migration')).rows.map(row => row.name))
    const files = (await readdir(folder)).filter(name => /^\d{4}_.*\.sql$/.test(name)).sort()
    const applied: string[] = []
    for (const name of files) {
      if (done.has(name)) continue
      const sql = await readFile(new URL(name, folder), 'utf8')
      await client.query('begin')
      try {
        await client.query(sql)
        await client.query('insert into migration (name) values ($1)', [name])
        await client.query('commit')
      } catch (error) {
        await client.query('rollback')
        throw error
      }
      applied.push(name)
    }
    if (applied.length > 0) await createSecondaryIndexes(client)
    return applied
  } finally {
    await client.query('select pg_advisory_unlock(7231894401)')
  }
}

export async function createSecondaryIndexes(client: pg.ClientBase): Promise<void> {
  await client.query(await secondaryIndexSql())
}

/** Drops what `createSecondaryIndexes` makes: before a bulk load into an empty register only. */
export async function dropSecondaryIndexes(client: pg.ClientBase): Promise<void> {
  const names = [...(await secondaryIndexSql()).matchAll(/index if not exists (\w+)/g)].map(match => match[1])
  await client.query(`drop index if exists ${names.join(', ')}`)
}

async function secondaryIndexSql(): Promise<string> {
  return readFile(new URL('secondary-indexes.sql', folder), 'utf8')
}
