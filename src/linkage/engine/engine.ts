import type { ColumnType, Dialect } from '../sql/dialect.ts'

/** What a table holds. */
export type Stored = string | number | null

/** What a query may give: several keys of a record as well. */
export type Cell = Stored | readonly string[]

/** A table in memory, by column. */
export interface Columns {
  readonly names: readonly string[]
  readonly types: readonly ColumnType[]
  readonly values: readonly (readonly Stored[])[]
}

/** Something that runs SQL: DuckDB inside this process, or a PostgreSQL. One connection, one statement at a time. */
export interface Engine {
  readonly dialect: Dialect
  run(sql: string): Promise<void>
  /** The columns of an answer in the order of its select list. Whole numbers of 64 bits come as doubles. */
  read(sql: string): Promise<Cell[][]>
  /** Creates a table and fills it. */
  load(table: string, columns: Columns): Promise<void>
  /** A table is written and will be read: an engine that needs statistics gathers them now. */
  settle?(table: string): Promise<void>
  /** Stops the statement that runs; it fails. */
  interrupt(): void
  close(): Promise<void>
}

/** A table in place of whatever had its name. */
export async function materialise(engine: Engine, table: string, sql: string): Promise<void> {
  await engine.run(`DROP TABLE IF EXISTS ${table}`)
  await engine.run(`CREATE TABLE ${table} AS ${sql}`)
  await engine.settle?.(table)
}

/** The single number that a query gives. */
export async function readNumber(engine: Engine, sql: string): Promise<number> {
  return Number((await engine.read(sql))[0]?.[0] ?? 0)
}
