import { uuidv7 } from 'uuidv7'
import type { Desk } from './desk.ts'
import { RegisterProblem } from './problem.ts'

/** A filter of a list under a name of one's own; nobody else sees it. */
export interface SavedFilter {
  readonly id: string
  readonly name: string
  /** Codes, days and ids, as the list takes them. */
  readonly filter: Readonly<Record<string, string>>
}

/** More than this is no longer a help. */
const most = 40

export async function savedFilters(desk: Desk, list: string): Promise<SavedFilter[]> {
  const { rows } = await desk.client.query<{ id: string; sealed: Buffer }>(
    'select id, sealed from saved_filter where account_id = $1 and list = $2 order by id',
    [desk.actor.id, list],
  )
  return rows.map(row => ({
    id: row.id,
    ...(desk.register.keys.openSystem(contextOf(row.id), row.sealed) as Omit<SavedFilter, 'id'>),
  }))
}

/** @throws RegisterProblem invalid when there are too many already. */
export async function saveFilter(
  desk: Desk,
  o: { readonly list: string; readonly name: string; readonly filter: Readonly<Record<string, string>> },
): Promise<SavedFilter> {
  const id = uuidv7()
  const content = { name: o.name, filter: o.filter }
  const { rowCount } = await desk.client.query(
    `insert into saved_filter (id, account_id, list, sealed, created_at)
     select $1, $2, $3, $4, $5 where (select count(*) from saved_filter where account_id = $2) < $6`,
    [id, desk.actor.id, o.list, desk.register.keys.sealSystem(contextOf(id), content), desk.now, most],
  )
  if (rowCount === 0)
    throw new RegisterProblem('invalid', 'You have as many saved filters as fit. Delete one first.', { most })
  return { id, ...content }
}

/** @throws RegisterProblem not_found, also when it is somebody else's. */
export async function dropFilter(desk: Desk, id: string): Promise<void> {
  const { rowCount } = await desk.client.query('delete from saved_filter where id = $1 and account_id = $2', [
    id,
    desk.actor.id,
  ])
  if (rowCount === 0) throw new RegisterProblem('not_found', 'There is no such filter, or you have no access to it.')
}

const contextOf = (id: string) => `saved_filter:${id}`
