import { tmpdir } from 'node:os'
import {
  type DuckDBConnection,
  DuckDBDataChunk,
  DuckDBInstance,
  type DuckDBType,
  BIGINT,
  DOUBLE,
  INTEGER,
  VARCHAR,
  type DuckDBValue,
  DuckDBListValue,
} from '@duckdb/node-api'
import { type ColumnType, duckdb } from '../sql/dialect.ts'
import type { Cell, Columns, Engine, Stored } from './engine.ts'

const types: Record<ColumnType, DuckDBType> = {
  integer: INTEGER,
  big: BIGINT,
  real: DOUBLE,
  text: VARCHAR,
}

const chunkRows = 2048

/**
 * DuckDB in memory. @param threads and megabytes of memory it may use; beyond them it spills to the folder of temporary files, or fails when
 * it must not: names of persons are written to no disk.
 */
export async function openDuckdb({ threads = 2, megabytes = 2_500, spills = true } = {}): Promise<Engine> {
  const instance = await DuckDBInstance.create(':memory:', {
    threads: String(threads),
    memory_limit: `${megabytes}MB`,
    temp_directory: spills ? tmpdir() : '',
    preserve_insertion_order: 'false',
    // No statement of ours fetches anything.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  })
  const connection = await instance.connect()
  return {
    dialect: duckdb,
    async run(sql) {
      await connection.run(sql)
    },
    async read(sql) {
      const columns = await (await connection.run(sql)).getColumns()
      return columns.map(column => column.map(cell))
    },
    load: (table, columns) => load(connection, table, columns),
    interrupt: () => connection.interrupt(),
    async close() {
      connection.closeSync()
      instance.closeSync()
    },
  }
}

const cell = (value: DuckDBValue): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number') return value
  if (typeof value === 'bigint') return Number(value)
  if (typeof value === 'boolean') return value ? 1 : 0
  if (value instanceof DuckDBListValue) return value.items.map(String)
  return value.toString()
}

async function load(
  connection: DuckDBConnection,
  table: string,
  { names, types: kinds, values }: Columns,
): Promise<void> {
  const declared = names.map((name, i) => `${duckdb.quote(name)} ${duckdb.types[kinds[i] ?? 'text']}`)
  await connection.run(`DROP TABLE IF EXISTS ${table}`)
  await connection.run(`CREATE TABLE ${table} (${declared.join(', ')})`)
  const appender = await connection.createAppender(table)
  const rows = values[0]?.length ?? 0
  for (let from = 0; from < rows; from += chunkRows) {
    const count = Math.min(chunkRows, rows - from)
    const chunk = DuckDBDataChunk.create(
      kinds.map(kind => types[kind]),
      count,
    )
    for (const [i, column] of values.entries())
      chunk.setColumnValues(
        i,
        column.slice(from, from + count).map(value => stored(value, kinds[i] ?? 'text')),
      )
    appender.appendDataChunk(chunk)
  }
  appender.closeSync()
}

function stored(value: Stored, kind: ColumnType): DuckDBValue {
  if (value === null) return null
  if (kind === 'big') return BigInt(value as number)
  return value
}
