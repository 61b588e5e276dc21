import { uuidv7 } from 'uuidv7'
import type { Notice } from '#casework/rule-set.ts'
import type { Work } from './work.ts'

/** What a notice is about; ids only. */
export interface About {
  readonly type: string
  readonly record: string
  readonly office: string
  readonly case: string | null
}

/** Writes notices in the transaction of what they tell of; a key that was told before is not told again. */
export async function tell(work: Work, notices: readonly Notice[], about: About): Promise<void> {
  for (const { kind, to, key } of notices) {
    const accounts = 'account' in to ? [to.account] : await staffWith(work, to.role, to.office)
    // Nobody is told of what they did themselves.
    const others = accounts.filter(account => account !== work.actor.id)
    if (others.length === 0) continue
    await work.client.query({
      name: 'tell',
      text: `insert into notice (id, account_id, key, kind, office_id, type, record, case_id, at)
        select id, account, $3, $4, $5, $6, $7, $8, $9 from unnest($1::uuid[], $2::uuid[]) as told (id, account)
        on conflict do nothing`,
      values: [
        others.map(() => uuidv7()),
        others,
        key,
        kind,
        about.office,
        about.type,
        about.record,
        about.case,
        work.now,
      ],
    })
  }
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
