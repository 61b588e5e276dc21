import type { CaseFile } from '#changes/change.ts'
import type { Money } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { addMoney, moneyIn } from '../planning/money.ts'

/** What the claims of a case come to in one currency, exactly. null: no claim says so in this currency. */
export interface ClaimSum {
  readonly currency: string
  readonly owed: Money | null
  readonly awarded: Money | null
  readonly paid: Money | null
}

/** Sums by currency, in the order of their codes. Two currencies are never added: the rate of which day would count? */
export function claimSums(file: CaseFile): readonly ClaimSum[] {
  const claims = ofType(file, 'claim').map(({ content }) => content)
  const amounts = (field: 'owed' | 'awarded' | 'paid', currency: string): Money | null =>
    claims
      .map(claim => moneyIn(claim[field]))
      .filter(money => money?.currency === currency)
      .reduce((sum, money) => (sum && money ? addMoney(sum, money) : money), null)
  const currencies = new Set(
    claims.flatMap(claim => [claim.owed, claim.awarded, claim.paid].flatMap(value => moneyIn(value)?.currency ?? [])),
  )
  return [...currencies].sort().map(currency => ({
    currency,
    owed: amounts('owed', currency),
    awarded: amounts('awarded', currency),
    paid: amounts('paid', currency),
  }))
}
