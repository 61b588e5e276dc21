import { basename } from 'node:path'
import { openDuckdb } from '../engine/duckdb.ts'
import { type Engine, materialise, readNumber, type Stored } from '../engine/engine.ts'
import { LinkageProblem } from '../problem.ts'
import type { Settings } from '../settings/settings.ts'
import { duckdb as d } from '../sql/dialect.ts'
import type { Watch } from '../watch.ts'
import type { CsvFile } from './csv.ts'

export type Ids = Pick<Settings, 'id' | 'source' | 'alias'>

/** Columns of all files under one name each, in the order in which they appear. */
export function unifiedColumns(files: readonly CsvFile[], alias: Settings['alias']): string[] {
  return [...new Set(files.flatMap(file => file.columns.map(column => unified(column, alias))))]
}

const unified = (column: string, alias: Settings['alias']): string =>
  Object.entries(alias).find(([name, others]) => name !== column && others.includes(column))?.[0] ?? column

/** Reads files into `raw` of any engine. CSV is read by DuckDB, and handed on to another engine column by column. */
export async function readFiles(engine: Engine, files: readonly CsvFile[], ids: Ids, watch: Watch): Promise<string> {
  if (engine.dialect.name === 'duckdb') return loadFiles(engine, files, ids, watch)
  const reader = await openDuckdb()
  try {
    const id = await loadFiles(reader, files, ids, watch)
    const names = ['source_of_record', 'id_of_record', ...unifiedColumns(files, ids.alias)]
    const values = await reader.read(`SELECT ${names.map(name => d.quote(name)).join(', ')} FROM raw`)
    await engine.load('raw', { names, types: names.map(() => 'text'), values: values as Stored[][] })
    return id
  } finally {
    await reader.close()
  }
}

/**
 * Reads files into `raw`: source, id, and every column as trimmed text (null where nothing stands). The engine is DuckDB.
 * @returns the name of the column of ids.
 * @throws LinkageProblem for lines with other columns, empty or repeated ids: a record without a number of its own cannot be linked.
 */
export async function loadFiles(
  engine: Engine,
  files: readonly CsvFile[],
  ids: Ids,
  watch: Watch,
  raw = 'raw',
): Promise<string> {
  const columns = unifiedColumns(files, ids.alias)
  const id = ids.id ?? unified(files[0]?.columns[0] ?? '', ids.alias)
  for (const [what, name] of [
    ['id', id],
    ['source', ids.source],
  ] as const)
    if (name !== undefined && !columns.includes(name))
      throw new LinkageProblem(
        'settings_other_columns',
        `There is no column ${name} for the ${what}. The file has: ${columns.join(', ')}.`,
      )
  const labels = labelled(files)
  for (const [i, file] of files.entries()) {
    watch.step('read', i / files.length)
    for (const column of columns.filter(each => !file.columns.some(own => unified(own, ids.alias) === each)))
      watch.warn(`${basename(file.path)} has no column ${column}: there it counts as not written.`)
    const sql = partSql(file, { columns, id, source: ids.source, label: labels[i] ?? '', alias: ids.alias })
    await readFile(file, () => (i === 0 ? materialise(engine, raw, sql) : engine.run(`INSERT INTO ${raw} ${sql}`)))
  }
  await refuseIds(engine, { id, columns, raw })
  return id
}

function labelled(files: readonly CsvFile[]): string[] {
  const seen = new Map<string, number>()
  return files.map(({ label }) => {
    const times = (seen.get(label) ?? 0) + 1
    seen.set(label, times)
    return times === 1 ? label : `${label} (${times})`
  })
}

function csvSql({ path, columns, delimiter }: CsvFile): string {
  const declared = columns.map((_, i) => `'c${i}': 'VARCHAR'`).join(', ')
  const text = columns.map((column, i) => `nullif(trim(c${i}), '') AS ${d.quote(column)}`)
  return `SELECT ${text.join(', ')} FROM read_csv(${d.text(path)}, auto_detect = false, header = true, delim = ${d.text(delimiter)}, quote = '"', escape = '"', null_padding = false, columns = {${declared}})`
}

async function readFile({ path, columns }: CsvFile, read: () => Promise<void>): Promise<void> {
  try {
    await read()
  } catch (error) {
    // The words of DuckDB hold the line itself; of them only its number may go on.
    const line = /Line: (\d+)/.exec(error instanceof Error ? error.message : '')?.[1]
    throw new LinkageProblem(
      'file_unreadable',
      `${basename(path)} cannot be read as CSV with ${columns.length} columns${line ? `: look at line ${line}` : ''}. Each line needs as many cells as the first; a cell that holds a quotation mark or a line break stands in quotation marks.`,
    )
  }
}

interface Part extends Ids {
  readonly columns: readonly string[]
  readonly id: string
  readonly label: string
}

function partSql(file: CsvFile, { columns, id, source, label, alias }: Part): string {
  const own = (column: string) => file.columns.find(each => unified(each, alias) === column)
  const picked = columns.map(column => {
    const here = own(column)
    return `${here === undefined ? 'CAST(NULL AS VARCHAR)' : d.quote(here)} AS ${d.quote(column)}`
  })
  const from = source === undefined ? undefined : own(source)
  const sourceSql = from === undefined ? d.text(label) : `coalesce(${d.quote(from)}, ${d.text(label)})`
  const here = own(id)
  const idSql = here === undefined ? 'CAST(NULL AS VARCHAR)' : d.quote(here)
  // The file's own columns keep their names; ours could clash with them.
  return `SELECT ${sourceSql} AS source_of_record, ${idSql} AS id_of_record, ${picked.join(', ')} FROM (${csvSql(file)}) AS f`
}

async function refuseIds(
  engine: Engine,
  { id, columns, raw }: { id: string; columns: readonly string[]; raw: string },
): Promise<void> {
  const records = await readNumber(engine, `SELECT count(*) FROM ${raw}`)
  if (records === 0) throw new LinkageProblem('no_records', 'The file holds no records below its first line.')
  const without = await readNumber(engine, `SELECT count(*) FROM ${raw} WHERE id_of_record IS NULL`)
  if (without > 0)
    throw new LinkageProblem(
      'id_missing',
      `${without} of ${records} records have nothing in the column ${id}. Give each record a number of its own, or name another column with --id.`,
    )
  const distinct = await readNumber(
    engine,
    `SELECT count(*) FROM (SELECT DISTINCT source_of_record, id_of_record FROM ${raw})`,
  )
  if (distinct === records) return
  const unique = await uniqueColumns(engine, { columns: columns.filter(column => column !== id), raw, records })
  const hint = unique.length > 0 ? ` No value repeats in: ${unique.join(', ')}; try --id ${unique[0]}.` : ''
  throw new LinkageProblem(
    'id_repeated',
    `The column ${id} repeats: ${records - distinct} of ${records} records have the number of another one.${hint}`,
  )
}

async function uniqueColumns(
  engine: Engine,
  { columns, raw, records }: { columns: readonly string[]; raw: string; records: number },
): Promise<string[]> {
  if (columns.length === 0) return []
  const counts = await engine.read(
    `SELECT ${columns.map(column => `count(DISTINCT ${d.quote(column)})`).join(', ')} FROM ${raw}`,
  )
  return columns.filter((_, i) => Number(counts[i]?.[0]) === records)
}
