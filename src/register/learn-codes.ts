import { hash } from 'node:crypto'
import pg from 'pg'
import type { KnownCode, LearnCodes } from './fact-codes.ts'

/**
 * Gives answers their codes in the table `fact_word`. On a connection of its own: a code stands whatever becomes of the
 * transaction that needed it, and whoever waits for one holds no connection that another waits for.
 */
export function codesInDatabase(config: pg.PoolConfig): { readonly learn: LearnCodes; close(): Promise<void> } {
  const pool = new pg.Pool({ ...config, max: 1 })
  pool.on('error', () => undefined)
  const one = async (words: readonly string[]): Promise<number> => {
    const members = words.length === 1 ? null : await each([...new Set(words)].map(word => [word]))
    const key = hash('sha256', JSON.stringify(words), 'buffer')
    const known = await pool.query<{ id: number }>('select id from fact_word where key = $1', [key])
    if (known.rows[0]) return known.rows[0].id
    await pool.query(
      `insert into fact_word (id, key, words, members)
       select id, $1, $2, coalesce($3::integer[], array[id]) from (select nextval('fact_word_id')::integer as id) as next
       on conflict (key) do nothing`,
      [key, words, members],
    )
    return one(words)
  }
  const each = async (answers: readonly (readonly string[])[]): Promise<number[]> => {
    const codes: number[] = []
    for (const words of answers) codes.push(await one(words))
    return codes
  }
  return { learn: each, close: () => pool.end() }
}

/** The first codes that were given, which are the ones met again and again: a server that starts does not ask for them one by one. */
export async function firstCodes(client: Pick<pg.ClientBase, 'query'>): Promise<readonly KnownCode[]> {
  const { rows } = await client.query<KnownCode>(
    'select id, words from fact_word where cardinality(words) > 0 order by id limit 20000',
  )
  return rows
}

/** The words of all codes that hold at least one of these words. */
export async function codesWith(
  client: Pick<pg.ClientBase, 'query'>,
  words: readonly string[],
): Promise<readonly { readonly id: number; readonly words: readonly string[] }[]> {
  if (words.length === 0) return []
  const { rows } = await client.query<{ id: number; words: string[] }>(
    'select id, words from fact_word where words && $1::text[]',
    [words],
  )
  return rows
}

/** The word of each of these codes of single answers. */
export async function wordsOf(
  client: Pick<pg.ClientBase, 'query'>,
  codes: readonly number[],
): Promise<ReadonlyMap<number, string>> {
  if (codes.length === 0) return new Map()
  const { rows } = await client.query<{ id: number; word: string }>(
    'select id, words[1] as word from fact_word where id = any($1::integer[])',
    [codes],
  )
  return new Map(rows.map(({ id, word }) => [id, word]))
}
