import { namesOf } from './accounts.ts'
import type { Desk } from './desk.ts'
import { asOwner } from './work.ts'
import type { Register } from './register.ts'

/** A release that is asked for, and what became of it. What its parameters mean is the business of the room `disclosure`. */
export interface ReleaseRow<Asked> {
  readonly id: string
  readonly asked: Asked
  readonly reason: string
  readonly askedBy: string
  readonly askedAt: string
  readonly state: ReleaseState
  readonly endedAt: string | null
  readonly problem: { readonly code: string; readonly message: string } | null
  readonly approvals: readonly { readonly account: string; readonly by: string; readonly at: string }[]
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

export const releaseStates = ['asked', 'published', 'failed', 'withdrawn'] as const
export type ReleaseState = (typeof releaseStates)[number]

/** So many people look at it and say yes before anything goes out; whoever asks may be one of them. */
export const approvalsNeeded = 2

interface Row<Asked> {
  readonly id: string
  readonly asked: Asked
  readonly reason: string
  readonly asked_by: string
  readonly asked_at: Date
  readonly state: ReleaseState
  readonly ended_at: Date | null
  readonly problem: { code: string; message: string } | null
  readonly approvals: readonly { account: string; at: string }[] | null
  readonly files: readonly { name: string; size: number; sha256: string }[] | null
}

const select = `select r.*,
    (select json_agg(json_build_object('account', a.account, 'at', a.given_at) order by a.given_at) from release_approval a where a.release = r.id) as approvals,
    (select json_agg(json_build_object('name', f.name, 'size', octet_length(f.bytes), 'sha256', f.sha256) order by f.name) from release_file f where f.release = r.id) as files
  from release r`

/** The newest first, at most fifty. */
export async function releases<Asked>(desk: Desk): Promise<readonly ReleaseRow<Asked>[]> {
  const { rows } = await desk.client.query<Row<Asked>>(`${select} order by r.asked_at desc, r.id desc limit 50`)
  return named(desk, rows)
}

export async function releaseById<Asked>(desk: Desk, id: string): Promise<ReleaseRow<Asked> | null> {
  const { rows } = await desk.client.query<Row<Asked>>(`${select} where r.id = $1`, [id])
  return (await named(desk, rows))[0] ?? null
}

async function named<Asked>(desk: Desk, rows: readonly Row<Asked>[]): Promise<ReleaseRow<Asked>[]> {
  const names = await namesOf(
    desk,
    rows.flatMap(({ asked_by: by, approvals }) => [by, ...(approvals ?? []).map(({ account }) => account)]),
  )
  return rows.map(row => ({
    id: row.id,
    asked: row.asked,
    reason: row.reason,
    askedBy: names.get(row.asked_by) ?? '',
    askedAt: row.asked_at.toISOString(),
    state: row.state,
    endedAt: row.ended_at?.toISOString() ?? null,
    problem: row.problem,
    approvals: (row.approvals ?? []).map(({ account, at }) => ({
      account,
      by: names.get(account) ?? '',
      at: new Date(at).toISOString(),
    })),
    files: row.files ?? [],
  }))
}

/** Asking again with the same id is harmless. */
export async function askRelease(
  desk: Desk,
  o: { readonly id: string; readonly asked: unknown; readonly reason: string },
): Promise<void> {
  await desk.client.query(
    `insert into release (id, asked, reason, asked_by, asked_at, state) values ($1, $2, $3, $4, $5, 'asked') on conflict (id) do nothing`,
    [o.id, JSON.stringify(o.asked), o.reason, desk.actor.id, desk.now],
  )
}

/** One’s own yes, once. @returns how many there are now. */
export async function approveRelease(desk: Desk, id: string): Promise<number> {
  await desk.client.query(
    'insert into release_approval (release, account, given_at) values ($1, $2, $3) on conflict do nothing',
    [id, desk.actor.id, desk.now],
  )
  const { rows } = await desk.client.query<{ n: number }>(
    'select count(*)::integer as n from release_approval where release = $1',
    [id],
  )
  return rows[0]?.n ?? 0
}

/** Ends what was asked, once: true when this call ended it. */
export async function endRelease(
  register: Register,
  id: string,
  o: {
    readonly state: Exclude<ReleaseState, 'asked'>
    readonly problem?: { readonly code: string; readonly message: string }
    readonly files?: readonly {
      readonly name: string
      readonly mediaType: string
      readonly sha256: string
      readonly bytes: Uint8Array
    }[]
  },
): Promise<boolean> {
  return asOwner(register, async client => {
    const { rowCount } = await client.query(
      `update release set state = $2, ended_at = $3, problem = $4 where id = $1 and state = 'asked'`,
      [id, o.state, register.now(), o.problem === undefined ? null : JSON.stringify(o.problem)],
    )
    if (rowCount !== 1) return false
    for (const { name, mediaType, sha256, bytes } of o.files ?? [])
      await client.query(
        'insert into release_file (release, name, media_type, sha256, bytes) values ($1, $2, $3, $4, $5)',
        [id, name, mediaType, sha256, bytes],
      )
    return true
  })
}

export async function releaseFile(
  desk: Desk,
  id: string,
  name: string,
): Promise<{ readonly mediaType: string; readonly bytes: Buffer } | null> {
  const { rows } = await desk.client.query<{ media_type: string; bytes: Buffer }>(
    'select media_type, bytes from release_file where release = $1 and name = $2',
    [id, name],
  )
  const row = rows[0]
  return row ? { mediaType: row.media_type, bytes: row.bytes } : null
}
