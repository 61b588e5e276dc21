import type { Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Situation } from '../rule-set.ts'
import { inCurrency, isRate, moneyIn, parseAmount } from './money.ts'

const about = ['cost', 'rate', 'rateOn', 'base']

/**
 * What a service cost in the currency of the account: the stored rate explains it to the last digit, and the day of the
 * rate explains the rate. A cost in one currency only asks for none of this.
 */
export function serviceMoneyProblems({ change, content }: Situation): readonly Problem[] {
  if (!about.some(field => field in change.set)) return []
  const { rate, rateOn } = content
  if (isAnswered(rate) && !isRate(rate)) return [{ code: 'rate_not_a_number', field: 'rate' }]
  if (isAnswered(rate) && !isAnswered(rateOn)) return [{ code: 'service_rate_day', field: 'rateOn' }]
  const base = moneyIn(content.base)
  if (base === null) return []
  const cost = moneyIn(content.cost)
  if (cost && cost.currency !== base.currency && !isAnswered(rate)) return [{ code: 'rate_missing', field: 'rate' }]
  const expected = cost && inCurrency(cost, base.currency, rate)
  const agrees = expected !== null && parseAmount(expected.amount) === parseAmount(base.amount)
  return agrees ? [] : [{ code: 'service_base_differs', field: 'base' }]
}
