import type { Work } from './work.ts'

/** A notice as the one it is for reads it: a kind and ids; the words are the catalogue's. */
export interface ReadNotice {
  readonly id: string
  readonly kind: string
  readonly type: string
  readonly record: string
  /** Where the reader may open it: a mission that sees to one leg of a journey knows no more of the case. */
  readonly case: string | null
  /** Number of the case, where the reader may know it. */
  readonly number: string | null
  readonly at: Date
  readonly read: boolean
}

/** My notices, newest first, by key. Row-level security cuts the table to the reader. */
export async function noticesOf(
  work: Work,
  o: { readonly unread: boolean; readonly after?: string | undefined; readonly limit: number },
): Promise<{ items: ReadNotice[]; next: string | null }> {
  const { rows } = await work.client.query<
    Omit<ReadNotice, 'case' | 'read'> & { case_id: string | null; read: boolean }
  >(
    `select n.id, n.kind, n.type, n.record, r.id as case_id, n.at, n.read_at is not null as read, r.content ->> 'number' as number
       from notice n left join record r on r.id = n.case_id
      where n.account_id = $1 and ($2::uuid is null or n.id < $2) ${o.unread ? 'and n.read_at is null' : ''}
      order by n.id desc limit $3`,
    [work.actor.id, o.after ?? null, o.limit + 1],
  )
  const page = rows.slice(0, o.limit)
  return {
    items: page.map(({ case_id, ...row }) => ({ ...row, case: case_id })),
    next: rows.length > o.limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Marks my notices as read; ids of others' change nothing. */
export async function markRead(work: Work, ids: readonly string[]): Promise<void> {
  await work.client.query('update notice set read_at = $2 where id = any($1::uuid[]) and read_at is null', [
    ids,
    work.now,
  ])
}
