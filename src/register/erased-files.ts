import { type FileProblemCode, FileStoreProblem } from './file-problem.ts'
import type { Register } from './register.ts'

export interface ErasedFilesState {
  /** Files of erased persons that still lie there. */
  readonly waiting: number
  /** Since when the oldest of them waits. */
  readonly since: Date | null
  /** Code of the latest failure (`files.problem.<code>`). */
  readonly problem: string | null
}

/**
 * Deletes the files of erased persons, one after the other, and says what is left. What cannot be deleted is written
 * down with its reason and comes last in the next round; the first failure ends this one, since it is the place that fails.
 */
export async function removeErasedFiles(register: Register): Promise<ErasedFilesState> {
  for (let name = await nextFile(register); name !== null; name = await nextFile(register)) {
    const problem = await register.files.remove(name).then(() => null, codeOf)
    const now = register.now()
    await register.pool.query(
      `update erased_file set tried_at = $2::timestamptz, problem = $3::text,
        removed_at = case when $3::text is null then $2::timestamptz end where name = $1`,
      [name, now, problem],
    )
    if (problem !== null) break
  }
  return erasedFilesState(register)
}

export async function erasedFilesState(register: Register): Promise<ErasedFilesState> {
  const { rows } = await register.pool.query<ErasedFilesState>(
    `select count(*)::int as waiting, min(queued_at) as since, (array_agg(problem order by tried_at desc) filter (where problem is not null))[1] as problem
     from erased_file where removed_at is null`,
  )
  return rows[0] ?? { waiting: 0, since: null, problem: null }
}

/** Asks for every file of an erased person anew: after the place itself, without the database, was put back from a backup. */
export async function requeueErasedFiles(register: Register): Promise<void> {
  await register.pool.query('update erased_file set removed_at = null where removed_at is not null')
}

/** Those of the names that belong to an erased person. */
export async function erasedAmong(register: Register, names: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await register.pool.query<{ name: string }>(
    'select name from erased_file where name = any($1::uuid[])',
    [names],
  )
  return new Set(rows.map(({ name }) => name))
}

async function nextFile(register: Register): Promise<string | null> {
  const { rows } = await register.pool.query<{ name: string }>(
    'select name from erased_file where removed_at is null order by tried_at nulls first, queued_at limit 1',
  )
  return rows[0]?.name ?? null
}

/** A code and never the text: what the system says of a folder names its path. */
function codeOf(error: unknown): FileProblemCode {
  if (error instanceof FileStoreProblem) return error.code
  return folderCodes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'unexpected'
}

const folderCodes: Readonly<Record<string, FileProblemCode>> = {
  EACCES: 'folder_closed',
  EPERM: 'folder_closed',
  EROFS: 'folder_closed',
  EBUSY: 'failing',
  EIO: 'failing',
}
