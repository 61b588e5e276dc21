import { handOverOf } from '#casework/referral/hand-over.ts'
import type { RecordDraft } from './import-unit.ts'
import type { RecordRow } from './rows.ts'
import type { Work } from './work.ts'

/**
 * A referral to another mission opens what it hands over, for reading, in the transaction in which it is sent, and closes it in
 * the one in which it ends. What is written later stays at home: what was handed over is what stood there on that day.
 * Runs beyond the row-level security of the actor, since another office's reach is what it changes.
 */
export async function keepHandOver(work: Work, row: RecordRow, before: RecordRow | null): Promise<void> {
  const was = before ? handOverOf(before.content) : null
  const now = handOverOf(row.content)
  if (was?.office === now?.office) return
  if (was) await close(work, row, was.office)
  if (now) await open(work, row, now)
}

/** The same for records that are loaded together: id of a record -> the missions to which it is opened. */
export function handedOverIn(drafts: readonly RecordDraft[]): ReadonlyMap<string, ReadonlySet<string>> {
  const opened = new Map<string, Set<string>>()
  for (const referral of drafts.filter(({ type }) => type === 'referral')) {
    const to = handOverOf(referral.set)
    if (!to) continue
    const along = [referral.person, referral.case, referral.id]
    for (const { id, type, case: home } of drafts)
      if (along.includes(id) || (home === referral.case && to.types.includes(type)))
        opened.set(id, (opened.get(id) ?? new Set()).add(to.office))
  }
  return opened
}

async function open(work: Work, row: RecordRow, to: { office: string; types: readonly string[] }): Promise<void> {
  const { rows } = await work.client.query<{ id: string }>({
    name: 'hand-over-open',
    text: `update record set shared = array_append(shared, $1::uuid)
      where person = $2 and (id in ($2, $3, $4) or (case_id = $3 and type = any($5::text[])))
        and not shared @> array[$1::uuid] returning id`,
    values: [to.office, row.person, row.case_id, row.id, to.types],
  })
  await work.client.query({
    name: 'hand-over-open-lists',
    text: `update listed set shared = array_append(shared, $1::uuid)
      where record = any($2::uuid[]) and not shared @> array[$1::uuid]`,
    values: [to.office, rows.map(({ id }) => id)],
  })
  for (const [table, column] of ofPerson)
    await work.client.query(
      `update ${table} set shared = array_append(shared, $1::uuid) where ${column} = $2 and not shared @> array[$1::uuid]`,
      [to.office, row.person],
    )
}

/** Closes what neither another referral to the same mission nor its own work for the journey keeps open; the person stays open to whoever has a case of their own. */
async function close(work: Work, row: RecordRow, office: string): Promise<void> {
  const { rows: others } = await work.client.query<Pick<RecordRow, 'case_id' | 'id' | 'content'>>({
    name: 'hand-over-others',
    text: `select id, case_id, content from record
      where person = $1 and type = 'referral' and id <> $2 and content ->> 'toOffice' = $3`,
    values: [row.person, row.id, office],
  })
  const live = others.flatMap(({ id, case_id, content }) => {
    const still = handOverOf(content)
    return still ? [{ id, case: case_id, types: still.types }] : []
  })
  const here = live.filter(each => each.case === row.case_id)
  const kept = here.length > 0 ? [row.case_id, ...here.map(each => each.id)] : []
  const { rows } = await work.client.query<{ id: string }>({
    name: 'hand-over-close',
    text: `update record set shared = array_remove(shared, $1::uuid)
      where case_id = $2 and shared @> array[$1::uuid] and id <> all($3::uuid[]) and type <> all($4::text[])
        and not (type in ('movement_leg', 'task') and content ->> 'mission' = $1::text) returning id`,
    values: [office, row.case_id, kept, here.flatMap(each => each.types)],
  })
  await work.client.query({
    name: 'hand-over-close-lists',
    text: 'update listed set shared = array_remove(shared, $1::uuid) where record = any($2::uuid[])',
    values: [office, rows.map(({ id }) => id)],
  })
  if (live.length === 0) await closePerson(work, row, office)
}

async function closePerson(work: Work, row: RecordRow, office: string): Promise<void> {
  const { rows } = await work.client.query({
    name: 'hand-over-own-case',
    text: `select 1 from record where person = $1 and type = 'case' and office_id = $2 limit 1`,
    values: [row.person, office],
  })
  if (rows.length > 0) return
  await work.client.query('update record set shared = array_remove(shared, $1::uuid) where id = $2', [
    office,
    row.person,
  ])
  for (const [table, column] of ofPerson)
    await work.client.query(`update ${table} set shared = array_remove(shared, $1::uuid) where ${column} = $2`, [
      office,
      row.person,
    ])
}

/** Besides the record of the person: the key that opens it, and what finds it by name or number. */
const ofPerson = [
  ['subject_key', 'subject'],
  ['name_token', 'person'],
  ['exact_token', 'person'],
] as const
