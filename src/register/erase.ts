import type pg from 'pg'

/**
 * Destroys the keys of these subjects: persons, and the office records that tell of them. Names, contacts, narratives and the
 * whole history become unreadable, search, review of pairs and worklists forget the persons, and the coded facts that figures count stay.
 * It cannot be undone; what is destroyed already stays as it is. Returns how many keys there still were.
 */
export async function destroyKeys(client: pg.ClientBase, subjects: readonly string[], now: Date): Promise<number> {
  const gone = await client.query(
    'update subject_key set wrapped = null, destroyed_at = $2 where subject = any($1::uuid[]) and wrapped is not null',
    [subjects, now],
  )
  await client.query('delete from name_token where person = any($1::uuid[])', [subjects])
  await client.query('delete from exact_token where person = any($1::uuid[])', [subjects])
  await client.query('delete from shared_answers where person = any($1::uuid[])', [subjects])
  for (const table of ['linkage_pair', 'linkage_verdict'])
    await client.query(`delete from ${table} where a = any($1::uuid[]) or b = any($1::uuid[])`, [subjects])
  // That an erasure was asked for and done stays in the list of those who answer for it.
  await client.query(`delete from listed where person = any($1::uuid[]) and (type <> 'rights_request' or open)`, [
    subjects,
  ])
  return gone.rowCount ?? 0
}
