import type pg from 'pg'
import { builtIn, type Dictionary } from '#dictionary/dictionary.ts'
import { type Extension, withExtensions } from '#dictionary/extension.ts'

/** An organisation's own fields, lists and questionnaires: versions in a table, composed onto the built-in dictionary. */
export interface ExtensionVersion {
  readonly version: number
  readonly extension: Extension
}

export async function readExtensions(client: Pick<pg.ClientBase, 'query'>): Promise<readonly ExtensionVersion[]> {
  const { rows } = await client.query<ExtensionVersion>(
    'select version, extension from dictionary_version order by version',
  )
  return rows
}

/** The dictionary in force; `known` is returned as it is when no newer version was published. */
export async function loadDictionary(client: Pick<pg.ClientBase, 'query'>, known: Dictionary): Promise<Dictionary> {
  const versions = await readExtensions(client)
  const latest = versions.at(-1)?.version ?? 0
  if (latest === known.version) return known
  return withExtensions(
    builtIn,
    versions.map(each => each.extension),
    latest,
  )
}
