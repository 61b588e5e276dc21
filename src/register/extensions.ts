import { checkExtension, withExtensions } from '#dictionary/extension.ts'
import { alignFactColumns } from './fact-columns.ts'
import { RegisterProblem } from './problem.ts'
import type { Work } from './work.ts'

/**
 * Publishes one extension as the next version and makes its fact columns. Guarded by the version the author saw.
 * @throws not_allowed, stale, invalid (with the number of faults; `checkExtension` names them beforehand).
 */
export async function publishExtension(work: Work, base: number, extension: unknown): Promise<number> {
  if (!work.permissions.may('manage_dictionary'))
    throw new RegisterProblem('not_allowed', 'Only those who manage the dictionary may publish fields.')
  const checked = checkExtension(work.dictionary, extension)
  if (!checked.ok)
    throw new RegisterProblem('invalid', 'This addition to the dictionary has mistakes.', {
      faults: checked.problems.length,
    })
  const inserted = await work.client.query(
    `insert into dictionary_version (version, extension, published_by, published_at)
     select $1::integer + 1, $2, $3, $4 where $1 = (select coalesce(max(version), 0) from dictionary_version)
     on conflict do nothing`,
    [base, JSON.stringify(checked.extension), work.actor.id, work.now],
  )
  if (inserted.rowCount === 0)
    throw new RegisterProblem('stale', 'Somebody else published a version since. Look at it, then publish again.')
  const next = withExtensions(work.dictionary, [checked.extension], base + 1)
  // Columns belong to the owner of the tables; the request's role may not alter them.
  await work.client.query('set local role none')
  await alignFactColumns(work.client, next)
  await work.client.query('set local role waymark_app')
  return base + 1
}
