import type { CaseFile } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { inCurrency, isRate, moneyIn } from '../planning/money.ts'
import { ceilingOf, worthIn } from '../reintegration/package.ts'
import { sourceOf } from './requests.ts'

/** What one record asks of, or takes from, a project or fund: what balances over many cases are sums of. */
export interface MoneyLine {
  readonly record: string
  /** Id of the project or fund. */
  readonly source: string
  readonly kind: 'request' | 'payment' | 'delivery'
  readonly state: string
  /** Decimal text, in `currency`. */
  readonly amount: string
  readonly currency: string
  /** To the currency of the budget; null: none is stored. */
  readonly rate: string | null
}

/** Record types whose change moves lines of their case. */
export const moneyTypes: ReadonlySet<string> = new Set(['fund_request', 'disbursement', 'package_item', 'delivery'])

/** The lines of one case, from open answers only. Pure: the same records in any order give the same lines. */
export function moneyLines(file: CaseFile): readonly MoneyLine[] {
  const requests = new Map(ofType(file, 'fund_request').map(record => [record.id, record]))
  const items = new Map(ofType(file, 'package_item').map(record => [record.id, record]))
  const lines = [
    ...[...requests.values()].map((record): MoneyLine | null => {
      const [money, source] = [moneyIn(record.content.amount), sourceOf(record.content)]
      const { rate, state } = record.content
      return money && source
        ? {
            record: record.id,
            source,
            kind: 'request',
            state: plainText(state),
            ...money,
            rate: isRate(rate) ? rate : null,
          }
        : null
    }),
    ...ofType(file, 'disbursement').map(({ id, content }): MoneyLine | null => {
      const request = requests.get(plainText(content.request))
      const [wanted, paid, source] = [
        moneyIn(request?.content.amount),
        moneyIn(content.paid),
        request && sourceOf(request.content),
      ]
      const money = wanted && paid && inCurrency(paid, wanted.currency, content.rate)
      const rate = request?.content.rate
      return money && source
        ? { record: id, source, kind: 'payment', state: 'paid', ...money, rate: isRate(rate) ? rate : null }
        : null
    }),
    ...ofType(file, 'delivery').map(({ id, content }): MoneyLine | null => {
      const item = items.get(plainText(content.item))
      const ceiling = item ? ceilingOf(item) : null
      const money = ceiling ? worthIn(content, ceiling.currency) : moneyIn(content.amount)
      const project = item?.content.project
      return money && isAnswered(project)
        ? {
            record: id,
            source: plainText(project),
            kind: 'delivery',
            state: plainText(content.state),
            ...money,
            rate: null,
          }
        : null
    }),
  ]
  return lines.filter(line => line !== null).sort((a, b) => (a.record < b.record ? -1 : 1))
}
