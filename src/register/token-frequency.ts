import type pg from 'pg'

/** How common a fingerprint is among all names, from the statistics PostgreSQL keeps; unlisted ones are rare. */
export type TokenFrequencies = ReadonlyMap<number, number>

/** Read as the owner; holds no more than what `pg_stats` shows: keyed fingerprints and their shares. */
export async function readTokenFrequencies(client: Pick<pg.ClientBase, 'query'>): Promise<TokenFrequencies> {
  const { rows } = await client.query<{ token: number; share: number }>(
    `select token, share from pg_stats,
       unnest(most_common_elems::text::integer[], most_common_elem_freqs[1:cardinality(most_common_elems::text::integer[])]) as t (token, share)
     where schemaname = current_schema() and tablename = 'name_token' and attname = 'tokens'`,
  )
  return new Map(rows.map(row => [row.token, row.share]))
}

export function rarestFirst(frequencies: TokenFrequencies, tokens: readonly number[]): number[] {
  return [...tokens].sort((a, b) => (frequencies.get(a) ?? 0) - (frequencies.get(b) ?? 0))
}
