import { type Cell, type Engine, materialise } from '../engine/engine.ts'
import { columnsOf } from '../settings/condition.ts'
import { columnOf, type Preparing, type Settings } from '../settings/settings.ts'
import { readBy } from '../sql/compare.ts'
import type { Dialect } from '../sql/dialect.ts'
import { goOn, type Watch } from '../watch.ts'
import { preparationOf } from './preparations.ts'

/**
 * From `raw` (source_of_record, id_of_record and the columns of the files as text) to `record`: row (1, 2, … in the order of source and id,
 * whatever the order of the file), source, source_no, id and the prepared columns that the settings use.
 */
export async function prepareRecords(
  engine: Engine,
  settings: Settings,
  watch: Watch,
  raw = 'raw',
  record = 'record',
): Promise<void> {
  const d = engine.dialect
  const used = usedColumns(settings)
  const joins: string[] = []
  const picked: string[] = []
  for (const [i, entry] of settings.prepare.entries()) {
    goOn(watch)
    watch.step('prepare', i / settings.prepare.length)
    const columns = await prepareValues(engine, {
      entry,
      used,
      missing: missingTexts(settings),
      raw,
      table: `prepared_${i}`,
    })
    if (columns.length === 0) continue
    const on = entry.from.map(
      (from, part) => `${value(d, from, settings, 'w')} IS NOT DISTINCT FROM p${i}.part_${part}`,
    )
    joins.push(`LEFT JOIN prepared_${i} AS p${i} ON ${on.join(' AND ')}`)
    picked.push(...columns.map(column => `p${i}.${d.quote(column)}`))
  }
  const source = d.inOrder('w.source_of_record')
  await materialise(
    engine,
    record,
    `SELECT CAST(row_number() OVER (ORDER BY ${source}, ${d.inOrder('w.id_of_record')}) AS ${d.types.integer}) AS ${d.quote('row')},
      w.source_of_record AS source, CAST(dense_rank() OVER (ORDER BY ${source}) AS ${d.types.integer}) AS source_no, w.id_of_record AS id${picked.map(column => `, ${column}`).join('')}
    FROM ${raw} AS w ${joins.join(' ')}`,
  )
  for (const i of settings.prepare.keys()) await engine.run(`DROP TABLE IF EXISTS prepared_${i}`)
}

/** Prepared columns that a comparison, a rule or a frequency reads. */
export function usedColumns(settings: Settings): Set<string> {
  const rules = [...settings.block, ...settings.train.sessions, ...settings.train.sure]
  return new Set([
    ...settings.compare.flatMap(readBy),
    ...settings.compare.flatMap(each => each.levels.flatMap(level => level.frequency?.of ?? [])),
    ...settings.compare.flatMap(each => (each.neutral ? columnsOf(each.neutral) : [])),
    ...rules.flatMap(rule => rule.map(columnOf)),
  ])
}

const missingTexts = (settings: Settings) => ({ texts: settings.missing, literal: settings.literal })

/** What was written in a column of the file, null where nothing was. */
function value(
  d: Dialect,
  column: string,
  { missing, literal }: Pick<Settings, 'missing' | 'literal'>,
  table: string,
): string {
  const text = `${table}.${d.quote(column)}`
  if (literal.includes(column) || missing.length === 0) return text
  return `(CASE WHEN ${text} IN (${missing.map(each => d.text(each)).join(', ')}) THEN NULL ELSE ${text} END)`
}

interface Values {
  readonly entry: Preparing
  readonly used: ReadonlySet<string>
  readonly missing: { readonly texts: readonly string[]; readonly literal: readonly string[] }
  readonly raw: string
  readonly table: string
}

/** Writes a table of the distinct values and what is made of them. @returns the columns it has beside the values. */
async function prepareValues(engine: Engine, { entry, used, missing, raw, table }: Values): Promise<string[]> {
  const d = engine.dialect
  const preparation = preparationOf(entry)
  const outputs = Object.entries(preparation.outputs)
    .map(([suffix, type]) => ({ suffix, type, column: suffix === '' ? entry.as : `${entry.as}_${suffix}` }))
    .filter(({ column }) => used.has(column))
  if (outputs.length === 0) return []
  const absent = { missing: [...missing.texts], literal: [...missing.literal] }
  const parts = entry.from.map((from, i) => `${value(d, from, absent, 'w')} AS part_${i}`)
  const values = await engine.read(`SELECT DISTINCT ${parts.join(', ')} FROM ${raw} AS w`)
  const prepare = preparation.prepare({ order: entry.order, roles: entry.roles })
  const rows = values[0]?.length ?? 0
  const made: Cell[][] = outputs.map(() => Array.from({ length: rows }, () => null))
  for (let row = 0; row < rows; row++) {
    const result = prepare(values.map(column => column[row] as string | null))
    for (const [i, { suffix }] of outputs.entries()) (made[i] as Cell[])[row] = result[suffix] ?? null
  }
  await engine.load(table, {
    names: [...entry.from.map((_, i) => `part_${i}`), ...outputs.map(({ column }) => column)],
    types: [...entry.from.map(() => 'text' as const), ...outputs.map(({ type }) => type)],
    values: [...values, ...made],
  })
  return outputs.map(({ column }) => column)
}
