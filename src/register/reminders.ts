import { reminders, remindingTypes } from '#casework/follow.ts'
import { daysLater } from '#casework/when.ts'
import { tell } from './notices.ts'
import type { Register } from './register.ts'
import { type RecordRow, recordColumns, viewOf } from './rows.ts'
import { inWork, systemActor, type Work } from './work.ts'

const page = 500
/** Days ahead that a rule may look (`RuleSet.reminds`). */
const ahead = 7

/**
 * Tells what the passing of time alone makes worth telling: answers that are late, clocks that run out. What was told
 * before is not told again, so it may run as often as one likes, on several servers at once. Which types: `reminds` of the rule sets.
 */
export async function remind(register: Register): Promise<void> {
  for (const type of remindingTypes) {
    let after: Last | null = { on: '0001-01-01', record: '00000000-0000-0000-0000-000000000000' }
    while (after) {
      const from: Last = after
      after = await inWork(register, systemActor, work => remindPage(work, type, from))
    }
  }
}

interface Last {
  readonly on: string
  readonly record: string
}

/** One page by the index of lists; null when it was the last. */
async function remindPage(work: Work, type: string, after: Last): Promise<Last | null> {
  const columns = recordColumns.split(', ').map(column => `r.${column}`)
  const { rows } = await work.client.query<RecordRow & { on: string }>(
    `select ${columns.join(', ')}, l.on_date::text as on from listed l join record r on r.id = l.record and r.office_id = l.office_id
      where l.type = $1 and l.open and l.on_date <= $2 and (l.on_date, l.record) > ($3::date, $4::uuid)
      order by l.on_date, l.record limit $5`,
    [type, daysLater(work.today, ahead), after.on, after.record, page],
  )
  for (const row of rows) {
    const due = reminders(viewOf(row, row.content), work.today)
    if (due.length > 0)
      await tell(work, due, { type, record: row.id, office: row.office_id, case: row.case_id, guard: row.guard })
  }
  const last = rows.at(-1)
  return rows.length === page && last ? { on: last.on, record: last.id } : null
}
