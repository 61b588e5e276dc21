import { type Balance, balanceIn } from '#casework/fund/budget.ts'
import { type MoneyLine, moneyLines } from '#casework/fund/money-lines.ts'
import type { MoneyTotal } from '#casework/fund/money-total.ts'
import { moneyIn } from '#casework/planning/money.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import { recordsInUse } from './around.ts'
import { totalColumns } from './money-totals.ts'
import type { Work } from './work.ts'

/** Balances of projects and funds over all cases, from lines that each change keeps. */

export const moneyLineColumns = [
  'office_id',
  'record',
  'case_id',
  'source',
  'kind',
  'state',
  'amount',
  'currency',
  'rate',
] as const

export const moneyLineValues = (file: CaseFile, line: MoneyLine): readonly unknown[] => [
  file.case.office, line.record, file.case.id, line.source, line.kind, line.state, line.amount, line.currency, line.rate,
] // biome-ignore format: one line a group

/** Writes anew the line of a record that changed, and the lines of what hangs on it: payments of a request, deliveries of an item. */
export async function writeMoneyLines(work: Work, file: CaseFile, changed: string): Promise<void> {
  const moved = file.records
    .filter(({ id, content }) => id === changed || content.request === changed || content.item === changed)
    .map(({ id }) => id)
  const lines = moneyLines(file).filter(({ record }) => moved.includes(record))
  const column = (name: keyof MoneyLine) => lines.map(line => line[name])
  await work.client.query({
    name: 'money-lines',
    text: `with gone as (delete from money_line where office_id = $1 and record = any ($10::uuid[]) and record <> all ($3::uuid[]))
      insert into money_line (${moneyLineColumns.join(', ')})
      select $1, l.record, $2, l.source, l.kind, l.state, l.amount, l.currency, l.rate
      from unnest($3::uuid[], $4::uuid[], $5::text[], $6::text[], $7::numeric[], $8::text[], $9::numeric[])
        as l (record, source, kind, state, amount, currency, rate)
      on conflict (office_id, record) do update set source = excluded.source, kind = excluded.kind, state = excluded.state,
        amount = excluded.amount, currency = excluded.currency, rate = excluded.rate`,
    values: [
      file.case.office, file.case.id, column('record'), column('source'), column('kind'), column('state'), column('amount'),
      column('currency'), column('rate'), moved,
    ], // biome-ignore format: one line a group
  })
}

/** A project or fund with where it stands. */
export interface SourceBalance extends Balance {
  readonly source: RecordView
  /** Persons that it has paid for, known duplicates counted once, up to now; `unknown`: payments for nobody who is known. */
  readonly reached: { readonly persons: number; readonly unknown: number }
}

/** Projects and funds in use that the reader may see, with their balances. Reads sums by an index, never the cases. */
export async function balances(work: Work): Promise<readonly SourceBalance[]> {
  const sources = (await recordsInUse(work, ['project', 'fund'])).filter(({ type, office }) =>
    work.permissions.readable(type, { office, shared: [], common: true, own: false }).has('open'),
  )
  const { rows } = await work.client.query<MoneyTotal>({
    name: 'money-totals',
    text: `select ${totalColumns} from money_totals($1)`,
    values: [sources.map(({ id }) => id)],
  })
  const { rows: reached } = await work.client.query<{ source: string; persons: string; unknown: string }>({
    name: 'persons-reached',
    text: 'select source, persons, unknown from persons_reached($1)',
    values: [sources.map(({ id }) => id)],
  })
  const reachedBy = new Map(reached.map(row => [row.source, row]))
  return sources.map(source => ({
    source,
    reached: {
      persons: Number(reachedBy.get(source.id)?.persons ?? 0),
      unknown: Number(reachedBy.get(source.id)?.unknown ?? 0),
    },
    ...balanceIn(
      moneyIn(source.content.budget),
      rows.filter(row => row.source === source.id),
    ),
  }))
}
