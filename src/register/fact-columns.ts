import type pg from 'pg'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { type Dimension, type FactKind, factKinds } from '#dictionary/dimensions.ts'
import { noAnswer } from './fact-codes.ts'
import { keepServiceBits } from './kept-bits.ts'
import { alignServiceSums } from './service-sums.ts'
import { defineSettling } from './settling.ts'

/** Fact tables carry one column a dimension of the dictionary: `d_<id>`, the code of an answer (see fact-codes.ts). */

/** Dimensions that have columns of their own names, and so no `d_` column. */
const ownColumns = new Set(['year', 'office', 'region', 'record_route'])

/** Dimensions with columns, by id; worked out once a dictionary, since every fact asks. */
export function factDimensions(dictionary: Dictionary, kind: FactKind): readonly Dimension[] {
  let known = byDictionary.get(dictionary)
  if (!known) {
    known = Object.fromEntries(factKinds.map(each => [each, dimensionsOf(dictionary, each)])) as Known
    byDictionary.set(dictionary, known)
  }
  return known[kind]
}

type Known = Readonly<Record<FactKind, readonly Dimension[]>>
const byDictionary = new WeakMap<Dictionary, Known>()

function dimensionsOf(dictionary: Dictionary, kind: FactKind): readonly Dimension[] {
  return [...dictionary.dimensions.values()]
    .filter(dimension => dimension.facts.includes(kind) && !ownColumns.has(dimension.id))
    .sort((a, b) => (a.id < b.id ? -1 : 1))
}

/** The column of a dimension. Ids are checked since they become identifiers. */
export function factColumn(id: string): string {
  if (!/^[a-z][a-z0-9_]{0,55}$/.test(id)) throw new Error(`Not a dimension id: ${id}`)
  return `d_${id}`
}

/**
 * Adds the columns that the dictionary names and the tables lack, and lets the settling of persons and the sums of services read them. A column with a
 * default costs no rewrite.
 */
export async function alignFactColumns(client: Pick<pg.ClientBase, 'query'>, dictionary: Dictionary): Promise<void> {
  const { rows } = await client.query<{ table_name: string; column_name: string }>(
    `select table_name, column_name from information_schema.columns
     where table_schema = current_schema() and table_name = any($1) order by table_name, ordinal_position`,
    [factKinds.map(kind => `fact_${kind}`)],
  )
  const present = new Set(rows.map(row => `${row.table_name}.${row.column_name}`))
  for (const kind of factKinds) {
    const missing = factDimensions(dictionary, kind).filter(d => !present.has(`fact_${kind}.${factColumn(d.id)}`))
    if (missing.length === 0) continue
    const columns = missing.map(
      d => `add column if not exists ${factColumn(d.id)} integer not null default ${noAnswer}`,
    )
    await client.query(`alter table fact_${kind} ${columns.join(', ')}`)
  }
  const columnsOf = (kind: FactKind): readonly string[] => {
    const own = rows.flatMap(row => (row.table_name === `fact_${kind}` ? [row.column_name] : []))
    return [...new Set([...own, ...factDimensions(dictionary, kind).map(({ id }) => factColumn(id))])]
  }
  await keepServiceBits(client, dictionary)
  await defineSettling(client, columnsOf('instance'))
  await alignServiceSums(
    client,
    columnsOf('service').filter(column => column.startsWith('d_')),
  )
}
