import { groupOf } from './links.ts'
import { send } from './send.ts'
import type { Work } from './work.ts'

/** Everything that tells of one human being: all files that were linked as the same, and the calls and leads that became a case. */
export interface WholePerson {
  /** Ids of the linked persons, sorted. */
  readonly persons: readonly string[]
  /** Whose keys seal it: the persons, and those calls and leads. */
  readonly subjects: readonly string[]
  /** Which offices keep something of it. */
  readonly offices: readonly string[]
}

/** Seen whole, also beyond the reach of who asks: what may be done with it is for the caller to judge. */
export async function wholePerson(work: Work, person: string): Promise<WholePerson> {
  return asRegister(work, async () => {
    const persons = [...new Set(await groupOf(work, person))].sort()
    const { rows } = await work.client.query<{ subject: string; office: string }>(
      `select distinct person as subject, office_id as office from record where person = any($1::uuid[])
       union select id, office_id from record where type in ('call', 'lead') and content ->> 'case' in
         (select id::text from record where person = any($1::uuid[]) and type = 'case')`,
      [persons],
    )
    return {
      persons,
      subjects: [...new Set([...persons, ...rows.map(row => row.subject)])],
      offices: [...new Set(rows.map(row => row.office))],
    }
  })
}

/** Outside the actor's row-level security, in the same transaction. */
export async function asRegister<T>(work: Work, run: () => Promise<T>): Promise<T> {
  await send(work, 'set local role none')
  const result = await run()
  await send(work, 'set local role waymark_app')
  return result
}
