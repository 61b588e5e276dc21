import type { Money, Value } from '#dictionary/answer.ts'
import { addMoney, moneyIn } from '#casework/planning/money.ts'

/** Sums of exact decimals, one per currency, in the order of the currency codes. */
export function totals(costs: readonly (Value | undefined)[]): readonly Money[] {
  const sums = new Map<string, Money>()
  for (const money of costs.map(moneyIn)) {
    if (!money) continue
    const sum = sums.get(money.currency)
    sums.set(money.currency, sum ? addMoney(sum, money) : money)
  }
  return [...sums.values()].sort((a, b) => (a.currency < b.currency ? -1 : 1))
}
