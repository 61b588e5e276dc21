import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, type Money, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { addMoney, amountText, inCurrency, moneyIn, parseAmount } from '../planning/money.ts'
import type { Consequence, Situation } from '../rule-set.ts'
import { approvalFor, isApproved } from '../teamwork/approval.ts'
import { amountProblems, approvalOf } from '../fund/requests.ts'

/** Items with ceilings, and what was handed over. Counted the same on a phone without a network and on the server. */

export interface Balance {
  readonly ceiling: Money
  readonly released: Money
  /** Waits for another person, because it goes over. */
  readonly held: Money
  /** Ceiling less what is released; below nothing when more was approved. */
  readonly left: Money
}

/** Field of a project or fund that holds the ceiling of a kind of item. */
export const ceilingFields: Readonly<Record<string, string>> = {
  allowance: 'ceilingAllowance',
  housing: 'ceilingHousing',
  in_kind: 'ceilingInKind',
  medical: 'ceilingMedical',
  grant: 'ceilingGrant',
}

/** The most that may be given of an item: its ceiling, else what was agreed; null when nobody said. */
export const ceilingOf = ({ content }: RecordView): Money | null => moneyIn(content.ceiling) ?? moneyIn(content.agreed)

/** Where an item stands; null without a ceiling. `but`: a delivery that is not counted. */
export function balanceOf(file: CaseFile, item: RecordView, but?: string): Balance | null {
  const ceiling = ceilingOf(item)
  if (!ceiling) return null
  const zero: Money = { amount: '0', currency: ceiling.currency }
  const sum = (state: string) =>
    ofType(file, 'delivery')
      .filter(({ id, content }) => content.item === item.id && content.state === state && id !== but)
      .map(({ content }) => worthIn(content, ceiling.currency))
      .reduce<Money>((all, each) => (each ? addMoney(all, each) : all), zero)
  const released = sum('released')
  return {
    ceiling,
    released,
    held: sum('pending_over_ceiling'),
    left: addMoney(ceiling, { ...released, amount: amountText(-(parseAmount(released.amount) ?? 0n)) }),
  }
}

/** What a delivery is worth in the currency of the ceiling, by its stored rate; null without a rate. */
export function worthIn({ amount, rate }: Content, currency: string): Money | null {
  const money = moneyIn(amount)
  return money && inCurrency(money, currency, rate)
}

export interface DeliveryState {
  readonly state: 'released' | 'pending_over_ceiling' | 'refused'
  readonly overBy: Money | null
}

/**
 * Whether a delivery is released: it is while the ceiling holds; over it, only when another person agreed. `id` is that
 * of the delivery, also before it is saved.
 */
export function judgeDelivery(file: CaseFile, id: string, content: Content): DeliveryState {
  const item = ofType(file, 'package_item').find(each => each.id === content.item)
  const balance = item ? balanceOf(file, item, id) : null
  const worth = balance && worthIn(content, balance.ceiling.currency)
  if (!balance || !worth) return { state: 'released', overBy: null }
  const over = (parseAmount(worth.amount) ?? 0n) - (parseAmount(balance.left.amount) ?? 0n)
  if (over <= 0n) return { state: 'released', overBy: null }
  const all = parseAmount(worth.amount) ?? 0n
  const overBy = { amount: amountText(over < all ? over : all), currency: balance.ceiling.currency }
  const answer = approvalFor(file, 'over_ceiling', id)?.content.state
  const state = answer === 'approved' ? 'released' : answer === 'refused' ? 'refused' : 'pending_over_ceiling'
  return { state, overBy }
}

export function itemProblems({ before, content, record, around }: Situation): readonly Problem[] {
  if (!isAnswered(content.kind)) return [{ code: 'package_kind_missing', field: 'kind' }]
  const [agreed, ceiling] = [moneyIn(content.agreed), moneyIn(content.ceiling)]
  if (agreed && ceiling && exceeds(agreed, ceiling)) return [{ code: 'agreed_over_ceiling', field: 'agreed' }]
  const project = isAnswered(content.project) ? around.record(plainText(content.project)) : null
  const field = ceilingFields[plainText(content.kind)]
  const most = moneyIn(field === undefined ? undefined : project?.content[field])
  if (!most) return []
  if (!ceiling) return [{ code: 'ceiling_missing', field: 'ceiling' }]
  // Two items of one kind share the ceiling: a second one is no way around it.
  const others = (before ? ofType(before, 'package_item') : [])
    .filter(
      each => each.id !== record?.id && each.content.project === content.project && each.content.kind === content.kind,
    )
    .map(each => moneyIn(each.content.ceiling))
    .filter(money => money?.currency === ceiling.currency)
  const all = others.reduce<Money>((sum, money) => (money ? addMoney(sum, money) : sum), ceiling)
  return exceeds(all, most) ? [{ code: 'ceiling_over_project', field: 'ceiling' }] : []
}

/** Another currency is no comparison, and so too much. */
const exceeds = (a: Money, b: Money): boolean =>
  a.currency !== b.currency || (parseAmount(a.amount) ?? 0n) > (parseAmount(b.amount) ?? 0n)

/** A forged "released" meets the same refusal as a button; what was settled is not moved afterwards. */
export function deliveryProblems({ before, change, content, record }: Situation): readonly Problem[] {
  const faults = amountProblems(content, 'amount')
  if (faults.length > 0 || !before) return faults
  const item = ofType(before, 'package_item').find(({ id }) => id === content.item)
  if (!item) return [{ code: 'delivery_without_item', field: 'item' }]
  const ceiling = ceilingOf(item)
  if (ceiling && !worthIn(content, ceiling.currency)) return [{ code: 'rate_missing', field: 'rate' }]
  if (record && isApproved(before, 'over_ceiling', record.id)) {
    const moved = ['item', 'amount', 'rate'].filter(field => field in change.set)
    if (moved.length > 0) return moved.map(field => ({ code: 'delivery_settled', field }))
  }
  const { state } = judgeDelivery(before, change.record, content)
  const claims =
    change.set.state === 'released' || (record?.content.state === 'released' && content.state === 'released')
  return claims && state !== 'released' ? [{ code: 'over_ceiling_needs_approval', field: 'amount' }] : []
}

/** Each delivery takes the state that the ceiling and the approval give it; what waits asks by itself. */
export function followsDeliveries(file: CaseFile, today: string): readonly Consequence[] {
  return ofType(file, 'delivery').flatMap((delivery): Consequence[] => {
    // What was released stays so: a ceiling that is lowered later takes nothing back.
    if (delivery.content.state === 'released') return []
    const { state, overBy } = judgeDelivery(file, delivery.id, delivery.content)
    const set = { state, ...(overBy ? { overBy } : {}) }
    const same = delivery.content.state === state && (overBy === null || sameMoney(delivery.content.overBy, overBy))
    const asked = approvalFor(file, 'over_ceiling', delivery.id)
    return [
      ...(same ? [] : [{ type: 'delivery', key: `delivery.${delivery.id}`, record: delivery.id, set }]),
      ...(state === 'pending_over_ceiling' && !asked ? [approvalOf('over_ceiling', delivery, today)] : []),
    ]
  })
}

const sameMoney = (a: Content[string] | undefined, b: Money): boolean => {
  const money = moneyIn(a)
  return money?.amount === b.amount && money.currency === b.currency
}
