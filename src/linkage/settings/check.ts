import { type Cell, type Engine } from '../engine/engine.ts'
import { preparedColumns } from '../prepare/preparations.ts'
import { usedColumns } from '../prepare/records.ts'
import { LinkageProblem } from '../problem.ts'
import { readBy } from '../sql/compare.ts'
import type { Watch } from '../watch.ts'
import { columnOf, type Settings } from './settings.ts'

/** @throws LinkageProblem when the settings speak of columns that the files do not have, or that nothing prepares. */
export function refuseOtherColumns(settings: Settings, columns: readonly string[]): void {
  const absent = [...new Set(settings.prepare.flatMap(entry => entry.from))].filter(column => !columns.includes(column))
  if (absent.length > 0)
    throw new LinkageProblem(
      'settings_other_columns',
      `The settings are for other columns. Not in the file: ${absent.join(', ')}. The file has: ${columns.join(', ')}. Other names of the same column go under "alias".`,
    )
  const prepared = preparedColumns(settings.prepare).map(column => column.name)
  const twice = prepared.filter((name, i) => prepared.indexOf(name) !== i)
  if (twice.length > 0)
    throw new LinkageProblem('settings_invalid', `The settings prepare the column ${twice[0]} twice.`)
  const unknown = [...usedColumns(settings)].filter(column => !prepared.includes(column))
  if (unknown.length > 0)
    throw new LinkageProblem(
      'settings_invalid',
      `The settings use ${unknown.join(', ')}, which nothing prepares. There are: ${prepared.join(', ')}.`,
    )
}

/** Columns of `record` that say nothing: warned of by name. @throws LinkageProblem when no comparison is left that could. */
export async function warnOfSilentColumns(engine: Engine, settings: Settings, watch: Watch): Promise<void> {
  const d = engine.dialect
  const columns = [...new Set(settings.compare.flatMap(readBy))].filter(column => !isList(settings, column))
  if (columns.length === 0) return
  const counts = await engine.read(
    `SELECT ${columns.map(column => `count(${d.quote(column)}), count(DISTINCT ${d.quote(column)})`).join(', ')} FROM record`,
  )
  const at = (i: number): number => Number((counts[i] as Cell[] | undefined)?.[0] ?? 0)
  const empty = new Set(columns.filter((_, i) => at(2 * i) === 0))
  const constant = columns.filter((_, i) => at(2 * i) > 0 && at(2 * i + 1) === 1)
  const silent = settings.compare.filter(comparison => comparison.of.some(column => empty.has(column)))
  if (silent.length === settings.compare.length)
    throw new LinkageProblem(
      'nothing_to_compare',
      `Nothing can be compared: ${[...empty].join(', ')} hold nothing that could be read. Look at the columns and at how the settings prepare them.`,
    )
  for (const { name } of silent)
    watch.warn(`The column ${name} holds nothing that could be read: it says nothing about any pair.`)
  for (const column of constant)
    watch.warn(`The column ${column} has the same value in every record: it tells nobody apart.`)
  for (const rule of settings.block.filter(terms => terms.some(term => empty.has(columnOf(term)))))
    watch.warn(
      `Blocking on ${rule.map(columnOf).join(' and ')} finds no pair, because ${rule
        .map(columnOf)
        .filter(column => empty.has(column))
        .join(' and ')} is empty.`,
    )
}

const isList = (settings: Settings, name: string): boolean =>
  preparedColumns(settings.prepare).some(column => column.name === name && column.type === 'list')
