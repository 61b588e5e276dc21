import type { Work } from './work.ts'

/** Every opening of a file is written down before the file is read: a page without a log line cannot exist. */
export interface Reading {
  readonly action:
    | 'open_case'
    | 'open_person'
    | 'open_network'
    | 'summary'
    | 'access_bundle'
    | 'search'
    | 'history'
    | 'list'
    | 'export'
    | 'open_address'
    | 'open_document'
    | 'name_on_case'
    | 'emergency_access'
  readonly office: string | null
  readonly person: string | null
  readonly case: string | null
  /** The one record that a door of its own opened. */
  readonly record?: string
  /** A code such as follow_up; never free text with names. */
  readonly purpose: string
}

/** Every person whom a search, a list or the network showed, by one statement: "who has seen me?" has an answer for these too. */
export async function logShown(
  work: Work,
  persons: readonly { readonly id: string; readonly office: string }[],
  { action, purpose }: Pick<Reading, 'action' | 'purpose'>,
): Promise<void> {
  if (persons.length === 0) return
  await work.client.query({
    name: 'log-shown',
    text: `insert into read_log (at, account, action, office_id, person, case_id, purpose)
      select $1, $2, $5, office, person, null, $6 from unnest($3::uuid[], $4::uuid[]) as shown (office, person)`,
    values: [work.now, work.actor.id, persons.map(each => each.office), persons.map(each => each.id), action, purpose],
  })
}

export async function logReading(work: Work, reading: Reading): Promise<void> {
  await work.client.query({
    name: 'log-reading',
    text: 'insert into read_log (at, account, action, office_id, person, case_id, purpose, record) values ($1, $2, $3, $4, $5, $6, $7, $8)',
    values: [
      work.now,
      work.actor.id,
      reading.action,
      reading.office,
      reading.person,
      reading.case,
      reading.purpose,
      reading.record ?? null,
    ],
  })
}
