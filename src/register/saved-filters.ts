import { uuidv7 } from 'uuidv7'
import type { Reach } from '#access/permission.ts'
import { namesOf } from './accounts.ts'
import type { Desk } from './desk.ts'
import { RegisterProblem } from './problem.ts'

/**
 * What somebody wants to find again under a name: a filter of a list, or a table of figures. It is its author's; a table may
 * be shown to colleagues, who count it anew within their own reach.
 */
export interface SavedFilter {
  readonly id: string
  readonly name: string
  /** Codes, days and ids, as the list takes them. */
  readonly filter: Readonly<Record<string, string>>
  readonly mine: boolean
  /** Who finds it besides its author: nobody, whoever may count at the office, or whoever may count. */
  readonly seen: Seen
  readonly office: string | null
  /** Display name of its author, where it is somebody else's. */
  readonly by: string | null
  /** The reader may take it away. */
  readonly mayDelete: boolean
}

export type Seen = 'me' | 'office' | 'organisation'

/** What is written. */
export interface ToSave {
  readonly list: string
  readonly name: string
  readonly filter: Readonly<Record<string, string>>
  readonly seen: Seen
  readonly office: string | null
}

/** More than this is no longer a help. */
const most = 40
const mostShared = 300

interface Row {
  readonly id: string
  readonly account_id: string
  readonly list: string
  readonly seen: Seen
  readonly office_id: string | null
  readonly sealed: Buffer
}

/** One's own, oldest first, then what colleagues show, newest first. */
export async function savedFilters(desk: Desk, list: string): Promise<SavedFilter[]> {
  const { rows: own } = await desk.client.query<Row>(`${select} where account_id = $1 and list = $2 order by id`, [
    desk.actor.id,
    list,
  ])
  const reach = desk.permissions.reach('count')
  const { rows: shown } = desk.permissions.may('count')
    ? await desk.client.query<Row>(
        `${select} where list = $2 and account_id <> $1 and seen <> 'me'
           and (seen = 'organisation' or $3::uuid[] is null or office_id = any($3)) order by id desc limit ${mostShared}`,
        [desk.actor.id, list, reach.all ? null : [...reach.offices, ...reach.ownIn]],
      )
    : { rows: [] }
  const names = await namesOf(desk, new Set(shown.map(row => row.account_id)))
  return [...own, ...shown].map(row => opened(desk, row, names))
}

/** @throws RegisterProblem invalid when there are too many already; not_allowed where it may not be shown so widely. */
export async function saveFilter(desk: Desk, o: ToSave): Promise<SavedFilter> {
  checkSeen(desk, o)
  const id = uuidv7()
  const { rowCount } = await desk.client.query(
    `insert into saved_filter (id, account_id, list, sealed, created_at, seen, office_id)
     select $1, $2, $3, $4, $5, $7, $8 where (select count(*) from saved_filter where account_id = $2) < $6`,
    [id, desk.actor.id, o.list, sealed(desk, id, o), desk.now, most, o.seen, o.office],
  )
  if (rowCount === 0)
    throw new RegisterProblem('invalid', 'You have as many saved filters as fit. Delete one first.', { most })
  return opened(desk, await rowOf(desk, id))
}

/** The author writes it anew: another name, other contents, other readers. @throws RegisterProblem as above; not_found */
export async function changeFilter(desk: Desk, id: string, o: Partial<Omit<ToSave, 'list'>>): Promise<SavedFilter> {
  const before = opened(desk, await rowOf(desk, id))
  if (!before.mine) notFound()
  const seen = o.seen ?? before.seen
  const after = {
    name: o.name ?? before.name,
    filter: o.filter ?? before.filter,
    seen,
    office: seen === 'office' ? (o.office ?? before.office) : null,
  }
  checkSeen(desk, after)
  await desk.client.query('update saved_filter set sealed = $2, seen = $3, office_id = $4 where id = $1', [
    id,
    sealed(desk, id, after),
    after.seen,
    after.office,
  ])
  return opened(desk, await rowOf(desk, id))
}

/** Which list it belongs to. @throws RegisterProblem not_found, also when it is somebody else's. */
export async function listOfFilter(desk: Desk, id: string): Promise<string> {
  const { account_id: author, list } = await rowOf(desk, id)
  return author === desk.actor.id ? list : notFound()
}

/**
 * Takes away one's own. Whoever decides on rights where it is shown may too: a name may say what it should not.
 * @throws RegisterProblem not_found, also when it is not the reader's to take away.
 */
export async function dropFilter(desk: Desk, id: string): Promise<void> {
  if (!opened(desk, await rowOf(desk, id)).mayDelete) notFound()
  await desk.client.query('delete from saved_filter where id = $1', [id])
}

const select = 'select id, account_id, list, seen, office_id, sealed from saved_filter'

async function rowOf(desk: Desk, id: string): Promise<Row> {
  const { rows } = await desk.client.query<Row>(`${select} where id = $1`, [id])
  return rows[0] ?? notFound()
}

function opened(desk: Desk, row: Row, names: ReadonlyMap<string, string> = new Map()): SavedFilter {
  const kept = desk.register.keys.openSystem(contextOf(row.id), row.sealed) as Pick<SavedFilter, 'name' | 'filter'>
  const mine = row.account_id === desk.actor.id
  const { seen, office_id: office } = row
  const mayDelete = mine || covers(desk.permissions.reach('decide_rights'), { seen, office })
  return { id: row.id, ...kept, mine, seen, office, by: mine ? null : (names.get(row.account_id) ?? null), mayDelete }
}

const sealed = (desk: Desk, id: string, { name, filter }: Pick<ToSave, 'name' | 'filter'>) =>
  desk.register.keys.sealSystem(contextOf(id), { name, filter })

/** What is shown to others is shown where one may count oneself: to an office of one's reach, or to all by who counts all. */
function checkSeen(desk: Desk, o: Pick<ToSave, 'seen' | 'office'>): void {
  if ((o.seen === 'office') !== (o.office !== null))
    throw new RegisterProblem('invalid', 'Name the office that is to see it, and only then.', {
      reason: 'office_missing',
    })
  if (o.seen === 'me' || covers(desk.permissions.reach('count'), o)) return
  throw new RegisterProblem('not_allowed', 'You may show it only where you may count yourself.')
}

function covers(reach: Reach, { seen, office }: Pick<ToSave, 'seen' | 'office'>): boolean {
  if (reach.all) return seen !== 'me'
  return seen === 'office' && office !== null && [...reach.offices, ...reach.ownIn].includes(office)
}

const contextOf = (id: string) => `saved_filter:${id}`

function notFound(): never {
  throw new RegisterProblem('not_found', 'There is no such filter, or you have no access to it.')
}
