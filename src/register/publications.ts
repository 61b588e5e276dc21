import { uuidv7 } from 'uuidv7'
import { RegisterProblem } from './problem.ts'
import type { Work } from './work.ts'

/** A report as it was published. What it says is the business of the room `reports`; here it is kept, and never changed. */
export interface Publication {
  readonly id: string
  readonly kind: string
  readonly parameters: Readonly<Record<string, string>>
  readonly mode: 'internal' | 'public'
  readonly title: string
  readonly cutOff: string
  readonly dictionary: number
  /** Numbers of persons below it are hidden; null: internal, or from before it could be chosen. */
  readonly threshold: number | null
  readonly publishedBy: string
  readonly publishedAt: string
  /** Second person of a public report; null: not yet, or none is needed. */
  readonly approvedBy: string | null
  readonly approvedAt: string | null
  readonly files: readonly { readonly name: string; readonly sha256: string; readonly size: number }[]
}

export interface ToPublish extends Pick<Publication, 'kind' | 'parameters' | 'mode' | 'title' | 'cutOff'> {
  readonly threshold?: number | null
  readonly queries: readonly unknown[]
  readonly report: unknown
  readonly outputs: readonly {
    readonly name: string
    readonly mediaType: string
    readonly sha256: string
    readonly bytes: Uint8Array
  }[]
}

/** Keeps a report for good and returns its id. A public one is not public before `approvePublication`. */
export async function publish(work: Work, o: ToPublish): Promise<string> {
  const id = uuidv7()
  const reach = work.permissions.reach('count')
  await work.client.query(
    `insert into publication (id, kind, parameters, mode, title, cut_off, dictionary, queries, report, reach, published_by, published_at, threshold)
     values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
    [
      id,
      o.kind,
      JSON.stringify(o.parameters),
      o.mode,
      o.title,
      o.cutOff,
      work.dictionary.version,
      JSON.stringify(o.queries),
      JSON.stringify(o.report),
      reach.all ? null : reach.offices,
      work.actor.id,
      work.now,
      o.threshold ?? null,
    ],
  )
  for (const { name, mediaType, sha256, bytes } of o.outputs)
    await work.client.query(
      'insert into publication_output (publication, name, media_type, sha256, bytes) values ($1, $2, $3, $4, $5)',
      [id, name, mediaType, sha256, bytes],
    )
  return id
}

/** Page size of the list. */
const most = 20

/** Newest first; `before` is the id of the last one seen. */
export async function publications(
  work: Work,
  before: string | null,
): Promise<{ items: Publication[]; next: string | null }> {
  const { rows } = await work.client.query<Publication>(
    `${select} where ($4::uuid is null or p.id < $4) and ${visible} order by p.id desc limit ${most + 1}`,
    [...seenBy(work), before],
  )
  const items = rows.slice(0, most)
  return { items, next: rows.length > most ? (items.at(-1)?.id ?? null) : null }
}

/** @throws RegisterProblem not_found, also where it is not the reader's to see. */
export async function publicationOf(work: Work, id: string): Promise<Publication> {
  const { rows } = await work.client.query<Publication>(`${select} where p.id = $4 and ${visible}`, [
    ...seenBy(work),
    id,
  ])
  return rows[0] ?? notFound()
}

/** The newest publication with this very file, by its fingerprint; else the one of this kind and cut-off. Null: none that the reader sees. */
export async function publicationLike(
  work: Work,
  o: { readonly name: string; readonly sha256: string; readonly kind: string | null; readonly cutOff: string },
): Promise<Publication | null> {
  const { rows: same } = await work.client.query<Publication>(
    `${select} where exists (select from publication_output o where o.publication = p.id and o.name = $4 and o.sha256 = $5)
       and ${visible} order by p.id desc limit 1`,
    [...seenBy(work), o.name, o.sha256],
  )
  if (same[0]) return same[0]
  const { rows: alike } = await work.client.query<Publication>(
    `${select} where p.kind = $4 and date_trunc('milliseconds', p.cut_off) = $5 and ${visible} order by p.id desc limit 1`,
    [...seenBy(work), o.kind, o.cutOff],
  )
  return alike[0] ?? null
}

/** What it said: the report as JSON, as it was given. @throws RegisterProblem not_found */
export async function publishedReport(work: Work, id: string): Promise<unknown> {
  const { rows } = await work.client.query<{ report: unknown }>(
    `select p.report from publication p left join publication_approval a on a.publication = p.id where p.id = $4 and ${visible}`,
    [...seenBy(work), id],
  )
  return rows[0] === undefined ? notFound() : rows[0].report
}

/** A file as it was published. @throws RegisterProblem not_found */
export async function publishedFile(
  work: Work,
  id: string,
  name: string,
): Promise<{ mediaType: string; bytes: Buffer }> {
  const { rows } = await work.client.query<{ mediaType: string; bytes: Buffer }>(
    `select o.media_type as "mediaType", o.bytes from publication_output o
     join publication p on p.id = o.publication left join publication_approval a on a.publication = p.id
     where p.id = $4 and o.name = $5 and ${visible}`,
    [...seenBy(work), id, name],
  )
  return rows[0] ?? notFound()
}

/**
 * The second signature under a public report.
 * @throws RegisterProblem not_found; invalid for an internal one, an approved one, and for whoever published it.
 */
export async function approvePublication(work: Work, id: string): Promise<void> {
  const found = await publicationOf(work, id)
  if (found.mode === 'internal')
    throw new RegisterProblem('invalid', 'An internal report needs no second person.', { reason: 'not_needed' })
  if (found.publishedBy === work.actor.id)
    throw new RegisterProblem('invalid', 'Somebody else than who published it has to approve it.', {
      reason: 'same_person',
    })
  const { rowCount } = await work.client.query(
    'insert into publication_approval (publication, approved_by, approved_at) values ($1, $2, $3) on conflict do nothing',
    [id, work.actor.id, work.now],
  )
  if (rowCount === 0) throw new RegisterProblem('stale', 'It is approved already.')
}

const select = `select p.id, p.kind, p.parameters, p.mode, p.title, to_char(p.cut_off at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "cutOff",
    p.dictionary, p.threshold, p.published_by as "publishedBy", to_char(p.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "publishedAt",
    a.approved_by as "approvedBy", to_char(a.approved_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as "approvedAt",
    coalesce((select json_agg(json_build_object('name', o.name, 'sha256', o.sha256, 'size', length(o.bytes)) order by o.name)
      from publication_output o where o.publication = p.id), '[]') as files
  from publication p left join publication_approval a on a.publication = p.id`

/**
 * What was published to all is for all who may count. Anything else is for whoever published it, and for others who may
 * publish and may themselves count all offices that it counts.
 */
const visible = `((p.mode = 'public' and a.publication is not null) or p.published_by = $1
  or ($2::uuid[] is null or p.reach <@ $2::uuid[]) and $3::boolean)`

function seenBy({ actor, permissions }: Work): [string, readonly string[] | null, boolean] {
  const reach = permissions.reach('count')
  return [actor.id, reach.all ? null : reach.offices, permissions.may('publish_report')]
}

function notFound(): never {
  throw new RegisterProblem('not_found', 'There is no such publication, or you have no access to it.')
}
