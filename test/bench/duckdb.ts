// The same facts as Parquet, counted by DuckDB: how far is a row store from a column store, and are the numbers the same?

import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import { to as copyTo } from 'pg-copy-streams'
import type { Register } from '#register/register.ts'
import { type Answered, nameOf } from './figures.ts'

export interface SideBySide {
  /** Milliseconds of DuckDB, figure by figure, in the order of those that were answered. */
  readonly times: readonly number[]
  /** Figures of which a number differs. */
  readonly different: readonly string[]
}

const tables = ['fact_instance', 'fact_service', 'fact_word', 'office'] as const

/** Counts every answered figure again, over Parquet files in a folder that is removed afterwards. Two threads, as PostgreSQL has. */
export async function countByDuckdb(
  register: Register,
  answered: readonly Answered[],
  near: string,
): Promise<SideBySide> {
  const folder = await mkdtemp(join(near, 'parquet-'))
  const instance = await DuckDBInstance.create(':memory:', { threads: '2' })
  const connection = await instance.connect()
  try {
    for (const table of tables) await writeParquet(register, connection, { table, folder })
    const times: number[] = []
    const different: string[] = []
    for (const figure of answered) {
      await count(connection, folder, figure)
      const { cells, base, ms } = await count(connection, folder, figure)
      times.push(ms)
      const same = base === (figure.base ?? 0) && sameCells(cells, cellsOf(figure))
      if (!same) different.push(nameOf(figure))
    }
    return { times, different }
  } finally {
    connection.closeSync()
    await rm(folder, { recursive: true, force: true })
  }
}

async function writeParquet(
  register: Register,
  connection: DuckDBConnection,
  { table, folder }: { readonly table: (typeof tables)[number]; readonly folder: string },
): Promise<void> {
  const [csv, parquet] = [join(folder, `${table}.csv`), join(folder, `${table}.parquet`)]
  const client = await register.pool.connect()
  try {
    const rows = client.query(
      copyTo(`copy ${table === 'fact_word' ? wordRows : table} to stdout with (format csv, header)`),
    )
    await pipeline(rows, createWriteStream(csv))
  } finally {
    client.release()
  }
  // A person is a key of 64 bits; ids stay what they are.
  await connection.run(`copy (select * from read_csv('${csv}', sample_size = -1)) to '${parquet}' (format parquet)`)
  await rm(csv)
}

/** A code and each of its answers: a list of its own in CSV would be a text to DuckDB. */
const wordRows =
  '(select w.id, m.words[1] as word from fact_word w cross join lateral unnest(w.members) as member join fact_word m on m.id = member)'

async function count(
  connection: DuckDBConnection,
  folder: string,
  { indicator, by }: Pick<Answered, 'indicator' | 'by'>,
) {
  const of = (table: string) => `'${join(folder, `${table}.parquet`)}'`
  const facts = of(indicator === 'services' ? 'fact_service' : 'fact_instance')
  const units = indicator === 'persons' ? 'count(distinct person_key)' : 'sum(count)'
  const began = performance.now()
  const base = await numbers(connection, `select ${units} as n from ${facts}`)
  const cells = new Map<string, number>()
  if (by.length > 0) {
    const keys = by.map((id, at) => keyOf(id, at))
    const joins = by.map((id, at) => joinOf(id, at, of)).join(' ')
    const found = await connection.runAndReadAll(
      `select ${keys.map((key, at) => `${key} as k${at}`).join(', ')}, ${units} as n from ${facts} f ${joins} group by all`,
    )
    for (const { n, k0, k1 } of found.getRowObjectsJson())
      if (Number(n) > 0) cells.set([k0, ...(by.length > 1 ? [k1] : [])].map(text).join('|'), Number(n))
  }
  return { base, cells, ms: performance.now() - began }
}

const text = (key: unknown): string => (typeof key === 'string' ? key : 'unknown')

async function numbers(connection: DuckDBConnection, sql: string): Promise<number> {
  const found = await connection.runAndReadAll(sql)
  return Number(found.getRowObjectsJson()[0]?.['n'] ?? 0)
}

const keyOf = (id: string, at: number): string =>
  id === 'year' ? "coalesce(f.year::varchar, 'unknown')" : id === 'office' ? `o${at}.code` : `w${at}.word`

function joinOf(id: string, at: number, of: (table: string) => string): string {
  if (id === 'year') return ''
  if (id === 'office') return `join ${of('office')} o${at} on o${at}.id = f.office_id`
  return `join ${of('fact_word')} w${at} on w${at}.id = f.${id === 'region' ? 'region' : `d_${id}`}`
}

const cellsOf = ({ rows }: Answered): Map<string, number> =>
  new Map(
    rows.flatMap(({ key, n }): [string, number][] => (n ? [[typeof key === 'string' ? key : key.join('|'), n]] : [])),
  )

const sameCells = (a: ReadonlyMap<string, number>, b: ReadonlyMap<string, number>): boolean =>
  a.size === b.size && [...a].every(([key, n]) => b.get(key) === n)
