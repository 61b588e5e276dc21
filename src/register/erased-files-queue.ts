import type pg from 'pg'
import type { Keys } from './keys.ts'

/** The name of a document's file where files lie: known only with the keys of the installation. */
export const fileNameOf = (keys: Keys, document: string): string => keys.reference('file', document)

/** Names of the files of these persons, kept or left behind by an upload that broke. Runs as the owner. */
export async function filesOf(client: pg.ClientBase, keys: Keys, persons: readonly string[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(
    `select id from record where person = any($1::uuid[]) and type = 'document'`,
    [persons],
  )
  return rows.map(({ id }) => fileNameOf(keys, id))
}

/** Writes down that these files are to go; those written down already stay as they are. Runs as the owner. */
export async function queueErasedFiles(client: pg.ClientBase, names: readonly string[], now: Date): Promise<void> {
  await client.query(
    'insert into erased_file (name, queued_at) select distinct name, $2::timestamptz from unnest($1::uuid[]) as name on conflict do nothing',
    [names, now],
  )
}
