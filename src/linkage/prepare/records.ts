import { type Engine, materialise } from '../engine/engine.ts'
import { columnsOf } from '../settings/condition.ts'
import { columnOf, type Preparing, type Settings } from '../settings/settings.ts'
import { marksReadBy, readBy } from '../sql/compare.ts'
import type { Dialect } from '../sql/dialect.ts'
import { goOn, type Watch } from '../watch.ts'
import { makingOf, type Parts } from './made.ts'

/**
 * From `raw` (source_of_record, id_of_record and the columns of the files as text) to `record`: row (1, 2, … in the order of source and id,
 * whatever the order of the file), source, source_no, id and the prepared columns that the settings use.
 */
export async function prepareRecords(engine: Engine, settings: Settings, watch: Watch): Promise<void> {
  const d = engine.dialect
  const used = preparedFor(settings)
  const joins: string[] = []
  const picked: string[] = []
  for (const [i, entry] of settings.prepare.entries()) {
    goOn(watch)
    watch.step('prepare', i / settings.prepare.length)
    const values = { entry, used, missing: missingTexts(settings), number: i }
    const columns = await prepareValues(engine, values)
    if (columns.length === 0) continue
    const on = entry.from.map(
      (from, part) => `${value(d, from, settings, 'w')} IS NOT DISTINCT FROM v${i}.part_${part}`,
    )
    joins.push(
      `LEFT JOIN values_${i} AS v${i} ON ${on.join(' AND ')} LEFT JOIN made_${i} AS p${i} ON p${i}.n = v${i}.n`,
    )
    picked.push(...columns.map(column => `p${i}.${d.quote(column)}`))
  }
  const source = d.inOrder('w.source_of_record')
  await materialise(
    engine,
    'record',
    `SELECT CAST(row_number() OVER (ORDER BY ${source}, ${d.inOrder('w.id_of_record')}) AS ${d.types.integer}) AS ${d.quote('row')},
      w.source_of_record AS source, CAST(dense_rank() OVER (ORDER BY ${source}) AS ${d.types.integer}) AS source_no, w.id_of_record AS id${picked.map(column => `, ${column}`).join('')}
    FROM raw AS w ${joins.join(' ')}`,
  )
  for (const i of settings.prepare.keys())
    for (const table of ['values', 'made']) await engine.run(`DROP TABLE IF EXISTS ${table}_${i}`)
}

/** Columns that a record needs: those used, and the numbers beside lists that are compared. */
export const preparedFor = (settings: Settings): Set<string> =>
  new Set([...usedColumns(settings), ...settings.compare.flatMap(marksReadBy)])

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
  readonly number: number
}

/** Writes `values_…` (n and the distinct values) and `made_…` (n and what is made of them). @returns the columns made. */
async function prepareValues(engine: Engine, { entry, used, missing, number }: Values): Promise<string[]> {
  const d = engine.dialect
  const making = makingOf(entry, used)
  if (making.columns.length === 0) return []
  const absent = { missing: [...missing.texts], literal: [...missing.literal] }
  const parts = entry.from.map((from, i) => `${value(d, from, absent, 'w')} AS part_${i}`)
  await materialise(
    engine,
    `values_${number}`,
    `SELECT CAST(row_number() OVER () AS ${d.types.integer}) AS n, s.* FROM (SELECT DISTINCT ${parts.join(', ')} FROM raw AS w) AS s`,
  )
  const names = entry.from.map((_, i) => `part_${i}`)
  const [n = [], ...values] = await engine.read(`SELECT n, ${names.join(', ')} FROM values_${number}`)
  const made = making.make(values as Parts)
  await engine.load(`made_${number}`, {
    names: ['n', ...making.columns.map(({ column }) => column)],
    types: ['integer', ...making.columns.map(({ type }) => type)],
    values: [n as number[], ...made],
  })
  return making.columns.map(({ column }) => column)
}
