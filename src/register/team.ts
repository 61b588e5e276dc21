import { namesOf } from './accounts.ts'
import type { Work } from './work.ts'

/** One colleague of a team and what they carry. Counts stop at `most`: a supervisor reads "500 or more". */
export interface TeamMember {
  readonly id: string
  readonly name: string
  readonly cases: number
  readonly late: number
  /** The next day something is due, yyyy-mm-dd; null when nothing is planned. */
  readonly nextOn: string | null
}

export const most = 500

/** Roles whose holders carry cases. */
const carriers = ['caseworker', 'shelter_manager', 'return_officer', 'reintegration_officer', 'supervisor', 'partner']

/**
 * The team of an office and those below it, as far as the reader assigns there; null when the office is out of reach.
 * Each number is read through an index and stops at `most`, so a large office costs no more than a small one.
 */
export async function teamOf(work: Work, office: string): Promise<readonly TeamMember[] | null> {
  const offices = work.offices.tree.below(office)
  if (offices.length === 0 || !work.permissions.may('assign', { office })) return null
  const staff = await staffOf(work, offices)
  const { rows } = await work.client.query<{ id: string; cases: number; late: number; next_on: string | null }>({
    name: 'team',
    text: `select w.id,
        (select count(*) from (select from listed l where l.who = w.id and l.type = 'case' and l.open limit $3) as c)::int as cases,
        (select count(*) from (select from listed l where l.who = w.id and l.type = 'task' and l.open and l.on_date < $2 limit $3) as t)::int as late,
        (select to_char(l.on_date, 'YYYY-MM-DD') from listed l where l.who = w.id and l.type = 'task' and l.open
          and l.on_date >= $2 and l.on_date < '9999-12-31' order by l.on_date, l.record limit 1) as next_on
      from unnest($1::uuid[]) as w (id)`,
    values: [[...staff.keys()], work.now.toISOString().slice(0, 10), most],
  })
  return rows
    .map(row => ({ id: row.id, name: staff.get(row.id) ?? '', cases: row.cases, late: row.late, nextOn: row.next_on }))
    .sort((a, b) => b.late - a.late || b.cases - a.cases || a.name.localeCompare(b.name, 'en'))
}

/** Active colleagues with a carrying role at one of the offices: looked up as the owner, names and nothing else. */
async function staffOf(work: Work, offices: readonly string[]): Promise<ReadonlyMap<string, string>> {
  await work.client.query('set local role none')
  const { rows } = await work.client.query<{ id: string }>(
    `select distinct a.id from account a join grant_row g on g.account_id = a.id and g.state = 'active'
      where a.kind = 'user' and a.state = 'active' and g.office_id = any($1::uuid[]) and g.role = any($2) limit 200`,
    [offices, carriers],
  )
  const names = await namesOf(
    { client: work.client, register: work.register },
    rows.map(row => row.id),
  )
  await work.client.query('set local role waymark_app')
  return names
}
