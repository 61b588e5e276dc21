import { createHash } from 'node:crypto'
import { type OpenedCase, openCase } from './files.ts'
import type { Work } from './work.ts'

/**
 * What a device fetches of the cases it carries: those whose stamp moved since it looked, whole and masked as on the
 * screen, and the ids of those it may no longer see. A stamp says which versions of which records stand behind a file,
 * and with which rights they were read; equal stamps, equal files.
 */
export interface Wanted {
  readonly id: string
  /** Of the file the device holds; null when it holds none. */
  readonly stamp: string | null
}

export interface CarriedCase {
  readonly id: string
  readonly stamp: string
  readonly file: OpenedCase
}

export interface Carried {
  readonly files: readonly CarriedCase[]
  readonly gone: readonly string[]
  /** More files moved than fit into one answer: ask again with the stamps received. */
  readonly more: boolean
}

/** Files of one answer: about as much as a slow line brings in a quarter of a minute. */
const filesAtOnce = 25

export async function carry(work: Work, wanted: readonly Wanted[]): Promise<Carried> {
  const stamps = await stampsOf(
    work,
    wanted.map(({ id }) => id),
  )
  const moved = wanted.filter(({ id, stamp }) => stamps.has(id) && stamps.get(id) !== stamp)
  const files: CarriedCase[] = []
  const gone = wanted.filter(({ id }) => !stamps.has(id)).map(({ id }) => id)
  for (const { id } of moved.slice(0, filesAtOnce)) {
    const file = await openCase(work, id, 'carry')
    if (file) files.push({ id, stamp: stamps.get(id) ?? '', file })
    else gone.push(id)
  }
  return { files, gone, more: moved.length > filesAtOnce }
}

/** Stamps of the cases that row-level security shows; one query by index, however many cases. */
async function stampsOf(work: Work, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await work.client.query<{ id: string; seen: string }>({
    name: 'carry-stamps',
    text: `with home as (select id, person from record where type = 'case' and id = any($1::uuid[])),
      part as (
        select home.id, r.id as record, r.version from home join record r on r.case_id = home.id
        union all select home.id, r.id, r.version from home join record r on r.person = home.person and r.case_id is null
        union all select home.id, r.id, r.version from home join record r on r.person = home.person and r.type = 'case' and r.id <> home.id)
      select id, string_agg(record || ':' || version, ',' order by record) as seen from (
        select id, record, version from part
        union all select part.id, c.id, 0 from part join conflict c on c.record = part.record and c.settled_by is null) as all_parts
      group by id`,
    values: [ids],
  })
  const rights = JSON.stringify([work.actor.grants, work.dictionary.version])
  return new Map(
    rows.map(({ id, seen }) => [
      id,
      createHash('sha256').update(`${rights}\n${seen}`).digest('base64url').slice(0, 27),
    ]),
  )
}

/** Ids of the open cases that the asker works on, the newest first: what is offered to be carried. */
export async function myOpenCases(work: Work, limit: number): Promise<readonly string[]> {
  const { rows } = await work.client.query<{ id: string }>({
    name: 'my-open-cases',
    text: `select id from record where worker = $1 and type = 'case' and coalesce(content->>'status', '') not in ('closed', 'closed_referred')
      order by updated_at desc limit $2`,
    values: [work.actor.id, limit],
  })
  return rows.map(({ id }) => id)
}
