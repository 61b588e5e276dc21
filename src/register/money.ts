import { type MoneyLine, moneyLines } from '#casework/fund/money-lines.ts'
import { addMoney, amountText, moneyIn, parseAmount } from '#casework/planning/money.ts'
import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Money } from '#dictionary/answer.ts'
import { recordsInUse } from './around.ts'
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

/** Where a project or fund stands, in the currency of its budget. */
export interface SourceBalance {
  readonly source: RecordView
  readonly requested: Money
  readonly committed: Money
  readonly paid: Money
  readonly delivered: Money
  /** Budget less what is committed and what was delivered; null without a budget. */
  readonly left: Money | null
  /** Amounts in another currency without a rate, which no sum holds. */
  readonly unrated: number
}

interface Total {
  readonly source: string
  readonly kind: string
  readonly state: string
  readonly currency: string
  readonly amount: string
  readonly based: string | null
  readonly unrated: number
}

/** Projects and funds in use that the reader may see, with their balances. Reads sums by an index, never the cases. */
export async function balances(work: Work): Promise<readonly SourceBalance[]> {
  const sources = (await recordsInUse(work, ['project', 'fund'])).filter(({ type, office }) =>
    work.permissions.readable(type, { office, shared: [], common: true, own: false }).has('open'),
  )
  const { rows } = await work.client.query<Total>({
    name: 'money-totals',
    text: 'select source, kind, state, currency, amount::text, based::text, unrated::int from money_totals($1)',
    values: [sources.map(({ id }) => id)],
  })
  return sources.map(source =>
    balanceOf(
      source,
      rows.filter(row => row.source === source.id),
    ),
  )
}

function balanceOf(source: RecordView, totals: readonly Total[]): SourceBalance {
  const budget = moneyIn(source.content.budget)
  const currency = budget?.currency ?? totals[0]?.currency ?? 'USD'
  const zero: Money = { amount: '0', currency }
  const sum = (kind: string, ...states: string[]) =>
    totals
      .filter(row => row.kind === kind && states.includes(row.state))
      .map(row => (row.currency === currency ? row.amount : row.based))
      .reduce((all, amount) => (amount === null ? all : addMoney(all, { amount, currency })), zero)
  const [committed, delivered] = [sum('request', 'committed', 'paid'), sum('delivery', 'released')]
  return {
    source,
    requested: sum('request', 'waiting'),
    committed,
    paid: sum('payment', 'paid'),
    delivered,
    left: budget && less(less(budget, committed), delivered),
    unrated: totals.filter(row => row.currency !== currency).reduce((all, row) => all + row.unrated, 0),
  }
}

const less = (a: Money, { amount, currency }: Money): Money =>
  addMoney(a, { amount: amountText(-(parseAmount(amount) ?? 0n)), currency })
