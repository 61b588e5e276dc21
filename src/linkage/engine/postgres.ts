import { pipeline } from 'node:stream/promises'
import { Readable } from 'node:stream'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import { postgres } from '../sql/dialect.ts'
import type { Cell, Columns, Engine, Stored } from './engine.ts'
import { distanceFunctions } from './postgres-functions.ts'

/** Whole numbers of 64 bits and decimals as doubles; lists of them as texts, as the other engine gives them. */
const parsers = new Map<number, (text: string) => Cell>([
  [16, text => (text === 't' ? 1 : 0)],
  [20, Number],
  [21, Number],
  [23, Number],
  [700, Number],
  [701, Number],
  [1700, Number],
])
const types = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') =>
    parsers.get(oid) ?? pg.types.getTypeParser(oid, format as 'text')) as typeof pg.types.getTypeParser,
}

/**
 * A PostgreSQL (15 or newer) as the engine: for whoever has a larger machine for it than this one. All tables and functions are temporary:
 * they end with the connection, however it ends, and nobody else of that server reads them. It needs the right to make temporary tables.
 * @param connection as `pg` takes it: an address, or host, user and so on
 */
export async function openPostgres(connection: pg.ClientConfig): Promise<Engine> {
  const client = new pg.Client({ ...connection, types, application_name: 'waymark link' })
  await client.connect()
  // The answer to a broken line is that of the statement that runs; without a listener the process would end.
  client.on('error', () => undefined)
  // Temporary tables are made where the path begins. Nothing of them outlives the session.
  await client.query(`set search_path = pg_temp, pg_catalog; set work_mem = '256MB'; set client_min_messages = error`)
  await client.query(distanceFunctions)
  const { rows } = await client.query<{ pid: number }>('select pg_backend_pid() as pid')
  const pid = rows[0]?.pid
  return {
    dialect: postgres,
    async run(sql) {
      await client.query(sql)
    },
    async read(sql) {
      const { rows: found, fields } = await client.query<Cell[]>({ text: sql, rowMode: 'array' })
      return fields.map((_, i) => found.map(row => row[i] ?? null))
    },
    load: (table, columns) => load(client, table, columns),
    async settle(table) {
      // Nobody gathers statistics of temporary tables by itself, and without them the planner guesses.
      await client.query(`analyze ${table}`)
    },
    interrupt() {
      void cancel(connection, pid)
    },
    close: () => client.end(),
  }
}

/** Over a line of its own: the first one waits for the statement. */
async function cancel(connection: pg.ClientConfig, pid: number | undefined): Promise<void> {
  const other = new pg.Client(connection)
  try {
    await other.connect()
    await other.query('select pg_cancel_backend($1)', [pid])
  } catch {
    // Whoever stops it waits for the statement to end instead; the run ends at its next step all the same.
  } finally {
    await other.end().catch(() => undefined)
  }
}

async function load(client: pg.Client, table: string, { names, types: kinds, values }: Columns): Promise<void> {
  const declared = names.map((name, i) => `${postgres.quote(name)} ${postgres.types[kinds[i] ?? 'text']}`)
  await client.query(`DROP TABLE IF EXISTS ${table}`)
  await client.query(`CREATE TABLE ${table} (${declared.join(', ')})`)
  await pipeline(Readable.from(lines(values)), client.query(copyFrom(`COPY ${table} FROM STDIN`)))
  await client.query(`analyze ${table}`)
}

function* lines(values: Columns['values']): Generator<string> {
  const rows = values[0]?.length ?? 0
  const many = 1_000
  for (let from = 0; from < rows; from += many) {
    let text = ''
    for (let row = from; row < Math.min(rows, from + many); row++)
      text += `${values.map(column => written(column[row] ?? null)).join('\t')}\n`
    yield text
  }
}

/** In the text format of COPY. */
const written = (cell: Stored): string => (cell === null ? '\\N' : escaped(String(cell)))

const signs: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' }
const escaped = (text: string): string =>
  text.replaceAll('\u0000', '').replaceAll(/[\\\n\r\t]/g, sign => signs[sign] ?? sign)
