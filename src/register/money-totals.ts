import type { MoneyTotal } from '#casework/fund/money-total.ts'
import type { Work } from './work.ts'

export const totalColumns = 'source, kind, state, currency, amount::text, based::text, unrated::int'

/**
 * Sums of these projects and funds over every case, under a lock of each that is held until the transaction ends: what is
 * counted here stays true until what follows from it is written.
 */
export async function lockedTotals(work: Work, sources: readonly string[]): Promise<readonly MoneyTotal[]> {
  if (sources.length === 0) return []
  const { rows } = await work.client.query<MoneyTotal>({
    name: 'money-totals-locked',
    text: `select ${totalColumns} from money_totals_locked($1)`,
    values: [sources],
  })
  return rows
}
