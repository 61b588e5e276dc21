import { isDeepStrictEqual } from 'node:util'
import {
  type Guard,
  type GuardedCase,
  guardOfLink,
  guardOfRequest,
  guardsOf,
  type PersonGuards,
} from '#access/guard.ts'
import { confidentialityOf } from '#casework/rights/confidentiality.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { RecordDraft } from './import-unit.ts'
import { caseFiles, type Neighbours } from './neighbours.ts'
import type { Register } from './register.ts'
import { type RecordRow, recordColumns } from './rows.ts'
import { asRegister } from './whole-person.ts'
import type { Work } from './work.ts'

/** Keeps beside each row who is let in, in the transaction of the change that moves it. */

/** Guard of a record that is about to be written: its case's, else its person's. */
export function guardFor(
  { person, rows }: Neighbours,
  of: { type: string; office: string; case: string | null },
): Guard {
  if (of.type === 'case') return null
  if (of.case !== null) return rows.find(({ type, id }) => type === 'case' && id === of.case)?.guard ?? null
  const guard = person?.guard ?? null
  return of.type === 'rights_request' ? guardOfRequest(guard, of.office) : guard
}

const moving: ReadonlySet<string> = new Set(['confidentiality', 'naming', 'approval'])

/**
 * Settles guards after a change that can move them, and after all that follows from it is written: whoever gave a case
 * away finishes first. Ordinary cases of persons without others ask nothing of the database.
 */
export async function keepGuards(work: Work, near: Neighbours, row: RecordRow): Promise<void> {
  const guarded = row.guard !== null || (near.person?.guard ?? null) !== null
  if (row.type === 'link') return asRegister(work, () => guardLinks(work, row.person ?? ''))
  if (!(moving.has(row.type) || (guarded && (row.type === 'case' || row.type === 'referral')))) return
  if (row.type === 'approval' && row.content['kind'] !== 'lower_confidentiality') return
  if (row.person !== null) await settleGuards(work, row.person)
}

/** Writes the guards of a person anew, beyond the reach of whoever caused it. */
export async function settleGuards(work: Work, person: string): Promise<void> {
  await asRegister(work, async () => {
    const { rows } = await work.client.query<RecordRow>({
      name: 'guard-rows',
      text: `select ${recordColumns} from record
        where person = $1 and type in ('person', 'case', 'confidentiality', 'naming', 'approval')`,
      values: [person],
    })
    const guards = guardsOfFiles(caseFiles(rows, null), id => rows.find(row => row.id === id)?.shared ?? [])
    for (const [id, guard] of guards.cases) await guardCase(work, id, guard)
    await guardPerson(work, person, guards.person)
  })
}

/** Guards of records that are loaded together, and so are whole. `opened`: record -> missions to which it was handed over. */
export function guardsOfDrafts(
  drafts: readonly RecordDraft[],
  opened: ReadonlyMap<string, ReadonlySet<string>>,
): (of: Pick<RecordDraft, 'type' | 'office' | 'case'>) => Guard {
  if (!drafts.some(({ type }) => type === 'confidentiality')) return () => null
  const views = drafts.map(
    (draft): RecordView => ({
      ...draft,
      content: draft.set,
      version: 1,
      dictionary: 0,
      author: '',
      createdAt: '',
      updatedAt: '',
    }),
  )
  const files = views
    .filter(({ type }) => type === 'case')
    .map(home => ({ person: null, case: home, records: views.filter(view => view.case === home.id && view !== home) }))
  const guards = guardsOfFiles(files, id => opened.get(id) ?? [])
  return ({ type, office, case: home }) => {
    if (home !== null) return guards.cases.get(home) ?? null
    return type === 'rights_request' ? guardOfRequest(guards.person, office) : guards.person
  }
}

function guardsOfFiles(files: readonly CaseFile[], sharedOf: (id: string) => Iterable<string>): PersonGuards {
  return guardsOf(
    files.map((file): GuardedCase => {
      const { level, worker, named } = confidentialityOf(file)
      const { id, office } = file.case
      const accounts = named.flatMap(({ content }) => (typeof content.who === 'string' ? [content.who] : []))
      return { id, office, shared: [...sharedOf(id)], level, worker, named: accounts }
    }),
  )
}

/** Guard of a case as its file now stands, before the register has settled it: whom may be told of what just happened? */
export const guardOfFile = (file: CaseFile, home: RecordRow): Guard =>
  guardsOfFiles([file], () => home.shared).cases.get(home.id) ?? null

const ofCase = ['record', 'listed', 'change', 'conflict'] as const

async function guardCase(work: Work, id: string, guard: Guard): Promise<void> {
  for (const table of ofCase)
    await work.client.query({
      name: `guard-case-${table}`,
      text: `update ${table} set guard = $2 where case_id = $1 and guard is distinct from $2`,
      values: [id, guard],
    })
}

async function guardPerson(work: Work, person: string, guard: Guard): Promise<void> {
  const { rows } = await work.client.query<Lone & { readonly type: string }>({
    name: 'guard-person-rows',
    text: `select id, type, office_id, guard from record where person = $1 and case_id is null and type <> 'link'`,
    values: [person],
  })
  for (const row of rows)
    await guardRecord(work, row, row.type === 'rights_request' ? guardOfRequest(guard, row.office_id) : guard)
  for (const table of ['name_token', 'exact_token'] as const)
    await work.client.query({
      name: `guard-person-${table}`,
      text: `update ${table} set guard = $2 where person = $1 and guard is distinct from $2`,
      values: [person, guard],
    })
  await guardLinks(work, person)
}

/** Links of this person, in either direction: for those who see both persons. */
async function guardLinks(work: Work, person: string): Promise<void> {
  const { rows } = await work.client.query<Lone & { readonly one: Guard; readonly other: Guard }>({
    name: 'guard-links',
    text: `select l.id, l.office_id, l.guard, a.guard as one, b.guard as other from record l
      left join record a on a.id = l.person left join record b on b.id = (l.content ->> 'other')::uuid
      where l.type = 'link' and (l.person = $1 or (l.content ->> 'other')::uuid = $1)`,
    values: [person],
  })
  for (const row of rows) await guardRecord(work, row, guardOfLink(row.one, row.other))
}

/** A record that hangs on no case. */
type Lone = Pick<RecordRow, 'id' | 'office_id' | 'guard'>

async function guardRecord(work: Work, row: Lone, guard: Guard): Promise<void> {
  if (isDeepStrictEqual(row.guard, guard)) return
  for (const table of ofCase)
    await work.client.query({
      name: `guard-record-${table}`,
      text: `update ${table} set guard = $3 where office_id = $1 and ${table === 'record' ? 'id' : 'record'} = $2`,
      values: [row.office_id, row.id, guard],
    })
}

/** How many cases of an office (null: of all) are restricted or strict. */
export async function confidentialCases(register: Register, office: string | null): Promise<number> {
  const { rows } = await register.pool.query<{ count: number }>(
    `select count(*) as count from record where type = 'case' and guard is not null and ($1::uuid is null or office_id = $1)`,
    [office],
  )
  return Number(rows[0]?.count ?? 0)
}
