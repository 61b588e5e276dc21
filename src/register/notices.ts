import { uuidv7 } from 'uuidv7'
import { type Guard, names, officesLetIn } from '#access/guard.ts'
import { rolesWith } from '#access/role.ts'
import type { Notice } from '#casework/rule-set.ts'
import type { Work } from './work.ts'

/** What a notice is about; ids only. */
export interface About {
  readonly type: string
  readonly record: string
  readonly office: string
  readonly case: string | null
  /** Who is let into what it is about: nobody else is told. */
  readonly guard?: Guard
}

/** Writes notices in the transaction of what they tell of; a key that was told before is not told again. */
export async function tell(
  work: Work,
  notices: readonly Notice[],
  about: About,
  o: { readonly oneself?: true } = {},
): Promise<void> {
  for (const { kind, to, key } of notices) {
    const accounts = 'account' in to ? [to.account] : await staffWith(work, to.role, to.office)
    // Data protection hears that something happened, and is not pointed to a case that is closed to it.
    const watches = about.guard && 'role' in to && to.role === 'data_protection_officer'
    const led = watches ? null : about.case
    const letIn = watches ? accounts : await letInto(work, accounts, about.guard ?? null)
    // Nobody is told of what they did themselves, but of what became of it without them.
    const others = letIn.filter(account => o.oneself === true || account !== work.actor.id)
    if (others.length === 0) continue
    await work.client.query({
      name: 'tell',
      text: `insert into notice (id, account_id, key, kind, office_id, type, record, case_id, at)
        select id, account, $3, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[], $2::uuid[]) as told (id, account)
        on conflict do nothing`,
      values: [others.map(() => uuidv7()), others, key, kind, about.office, about.type, about.record, led, work.now],
    })
  }
}

/** Tells everybody with one of these roles at the office, or above it, but the one whom it is about. */
export async function tellAbove(
  work: Work,
  o: {
    readonly kind: string
    readonly key: string
    readonly roles: readonly string[]
    readonly office: string
    readonly except: string
    readonly about: About
  },
): Promise<void> {
  const accounts = new Set<string>()
  for (const role of o.roles) for (const account of await staffWith(work, role, o.office)) accounts.add(account)
  accounts.delete(o.except)
  await tell(
    work,
    [...accounts].map(account => ({ kind: o.kind, key: o.key, to: { account } })),
    o.about,
  )
}

/** Of these accounts, the ones that the guard names, or that may open restricted cases where it says so. */
async function letInto(work: Work, accounts: readonly string[], guard: Guard): Promise<readonly string[]> {
  if (guard === null || accounts.length === 0) return accounts
  const holders = new Set<string>()
  for (const office of officesLetIn(guard))
    for (const role of rolesWith('open_restricted'))
      for (const account of await staffWith(work, role, office)) holders.add(account)
  return accounts.filter(account => names(guard, account) || holders.has(account))
}

/** Ids of active accounts with this role at the office, or above it with a scope that covers it. */
async function staffWith(work: Work, role: string, office: string): Promise<string[]> {
  const { rows } = await work.client.query<{ account: string }>({
    name: 'staff-covering',
    text: 'select account from staff_covering($1, $2)',
    values: [role, office],
  })
  return rows.map(row => row.account)
}
