import type pg from 'pg'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { serviceBits } from './service-bits.ts'

/**
 * Remembers by which bits services are written. Answers that an organisation adds come at the end, and what is written stays true; an
 * answer that a newer program has in between moves all that follow, and the facts are then derived anew before anybody counts.
 */
export async function keepServiceBits(client: Pick<pg.ClientBase, 'query'>, dictionary: Dictionary): Promise<void> {
  const words = [...serviceBits(dictionary).keys()]
  const { rows } = await client.query<{ words: string[] | null }>('select service_bits as words from facts_made')
  const written = rows[0]?.words ?? []
  if (written.length === words.length && written.every((word, at) => word === words[at])) return
  const moved = written.some((word, at) => word !== words[at])
  await client.query(`update facts_made set service_bits = $1${moved ? ', version = 0' : ''}`, [words])
}
