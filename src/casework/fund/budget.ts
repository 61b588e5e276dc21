import type { CaseFile, Change, Problem, RecordView } from '#changes/change.ts'
import { isAnswered, type Money, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { addMoney, amountText, moneyIn, parseAmount } from '../planning/money.ts'
import { ceilingOf, judgeDelivery, worthIn } from '../reintegration/package.ts'
import type { Situation } from '../rule-set.ts'
import type { MoneyTotal } from './money-total.ts'
import { isApproved } from '../teamwork/approval.ts'
import { amountInBase, sourceOf } from './requests.ts'

/** A project or fund gives what its budget holds and no more, over all cases and offices together. */

/** Where a project or fund stands, in the currency of its budget. */
export interface Balance {
  readonly requested: Money
  readonly committed: Money
  readonly paid: Money
  readonly delivered: Money
  /** Budget less what is committed and what was delivered; null without a budget. */
  readonly left: Money | null
  /** Amounts in another currency without a rate, which no sum holds. */
  readonly unrated: number
}

export function balanceIn(budget: Money | null, totals: readonly MoneyTotal[]): Balance {
  const currency = budget?.currency ?? totals[0]?.currency ?? 'USD'
  const zero: Money = { amount: '0', currency }
  const sum = (kind: string, ...states: string[]) =>
    totals
      .filter(row => row.kind === kind && states.includes(row.state))
      .map(row => (row.currency === currency ? row.amount : row.based))
      .reduce((all, amount) => (amount === null ? all : addMoney(all, { amount, currency })), zero)
  const [committed, delivered] = [sum('request', 'committed', 'paid'), sum('delivery', 'released')]
  return {
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

const unitsOf = (money: Money | null): bigint => parseAmount(money?.amount ?? '0') ?? 0n

export const budgetCodes = ['budget_exceeded', 'budget_below_commitments'] as const

/** What a change would take from a project or fund beyond what it takes already. */
interface Taking {
  readonly source: string
  /** In the currency of the budget; null when no rate leads to it. */
  readonly worth: (budget: Money) => Money | null
  readonly field: string
}

/** A request or a delivery that is agreed to, a delivery that is released as it stands, an item that comes to pay for more. */
function takingOf(file: CaseFile, change: Pick<Change, 'type' | 'record' | 'set'>): Taking | null {
  const after = asChanged(file, change)
  if (change.type === 'delivery') {
    const item = after.records.find(({ id }) => id === recordIn(after, change.record)?.content.item)
    return item ? takenByItem(file, after, { item, field: 'amount' }) : null
  }
  if (change.type === 'package_item') {
    const item = recordIn(after, change.record)
    return item ? takenByItem(file, after, { item, field: 'ceiling' }) : null
  }
  if (change.type !== 'approval' || change.set.state !== 'approved') return null
  const of = recordIn(file, plainText(recordIn(after, change.record)?.content.of))
  const item = of?.type === 'delivery' ? recordIn(file, plainText(of.content.item)) : null
  if (item) return takenByItem(file, after, { item, field: 'state' })
  const source = of?.type === 'fund_request' ? sourceOf(of.content) : null
  return of && source ? { source, worth: ({ currency }) => amountInBase(of.content, currency), field: 'state' } : null
}

/** What the deliveries of an item take from its project after a change more than before. */
function takenByItem(
  before: CaseFile,
  after: CaseFile,
  { item, field }: { readonly item: RecordView; readonly field: string },
): Taking | null {
  const { project } = item.content
  if (!isAnswered(project)) return null
  const was = recordIn(before, item.id)
  const paidBefore = was?.content.project === project ? released(before, was, false) : []
  return {
    source: plainText(project),
    field,
    worth: ({ currency }) => {
      const now = sumIn(released(after, item, true), currency)
      const then = sumIn(paidBefore, currency)
      return now && then && less(now, then)
    },
  }
}

/** Worth of the deliveries of an item that are released, and of those that will be once the rules have run. */
function released(file: CaseFile, item: RecordView, follow: boolean): readonly (Money | null)[] {
  const currency = ceilingOf(item)?.currency
  return ofType(file, 'delivery')
    .filter(({ content }) => content.item === item.id)
    .filter(
      ({ id, content }) =>
        content.state === 'released' || (follow && judgeDelivery(file, id, content).state === 'released'),
    )
    .map(({ content }) => (currency === undefined ? moneyIn(content.amount) : worthIn(content, currency)))
}

/** Null when one of them is in another currency: what no rate leads to is in no sum. */
function sumIn(amounts: readonly (Money | null)[], currency: string): Money | null {
  const known = amounts.filter(amount => amount !== null)
  if (known.some(amount => amount.currency !== currency)) return null
  return known.reduce<Money>((sum, amount) => addMoney(sum, amount), { amount: '0', currency })
}

const recordIn = (file: CaseFile, id: string): RecordView | undefined => file.records.find(each => each.id === id)

/** The file as it will be. */
function asChanged(file: CaseFile, { type, record: id, set }: Pick<Change, 'type' | 'record' | 'set'>): CaseFile {
  const before = recordIn(file, id)
  const view: RecordView = before
    ? { ...before, content: { ...before.content, ...set } }
    : { ...file.case, id, type, version: 0, content: set }
  return { ...file, records: [...file.records.filter(each => each.id !== id), view] }
}

/** Projects and funds whose money has to be counted, under a lock of each, before this change is judged. */
export function spends(file: CaseFile | null, change: Pick<Change, 'type' | 'record' | 'set'>): readonly string[] {
  if (change.type === 'project' || change.type === 'fund') return 'budget' in change.set ? [change.record] : []
  const taking = file && takingOf(file, change)
  return taking ? [taking.source] : []
}

/** Not more than what is left: the reason says how much that is. Without a budget nothing is counted. */
export function spendingProblems({ before, change, around, actor }: Situation): readonly Problem[] {
  // What a second person agreed to was counted then, and does not move.
  const settled = before !== null && isApproved(before, 'over_ceiling', change.record)
  const taking = before && !settled && actor.machine !== true ? takingOf(before, change) : null
  const budget = taking && moneyIn(around.record(taking.source)?.content.budget)
  if (!taking || !budget) return []
  const worth = taking.worth(budget)
  const { left } = balanceIn(budget, around.spent(taking.source))
  // Asked in another currency before there was a budget: what it would take is not known, and unknown is not nothing.
  if (!worth) return change.type === 'approval' ? [{ code: 'rate_missing', field: 'state' }] : []
  if (!left || unitsOf(worth) <= 0n || unitsOf(worth) <= unitsOf(left)) return []
  const details = { left: left.amount, currency: left.currency }
  return [{ code: 'budget_exceeded', field: taking.field, details }]
}

/** What was promised is not taken back by a smaller budget. */
export function budgetProblems({ change, content, around, actor }: Situation): readonly Problem[] {
  const budget = 'budget' in change.set && actor.machine !== true ? moneyIn(content.budget) : null
  if (!budget) return []
  const { left, committed, delivered } = balanceIn(budget, around.spent(change.record))
  if (!left || unitsOf(left) >= 0n) return []
  const { amount, currency } = addMoney(committed, delivered)
  return [{ code: 'budget_below_commitments', field: 'budget', details: { taken: amount, currency } }]
}
