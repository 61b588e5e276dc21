import { RegisterProblem } from './problem.ts'
import type { Work } from './work.ts'

/**
 * Destroys the key of one person: names, contacts, narratives and the whole history become unreadable, search forgets
 * the person, and the coded facts that figures count stay. It cannot be undone.
 * @throws RegisterProblem not_found, also when the key was destroyed before.
 */
export async function destroyKey(work: Work, person: string): Promise<void> {
  await work.client.query('select pg_advisory_xact_lock(hashtextextended($1, 0))', [person])
  const gone = await work.client.query(
    'update subject_key set wrapped = null, destroyed_at = $2 where subject = $1 and wrapped is not null',
    [person, work.now],
  )
  if (gone.rowCount === 0) throw new RegisterProblem('not_found', 'No such person, or already erased.')
  await work.client.query('delete from name_token where person = $1', [person])
  await work.client.query('delete from exact_token where person = $1', [person])
}
