import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, type Money, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { addMoney, inCurrency, moneyIn, parseAmount } from '../planning/money.ts'
import { type Consequence, nothingAround, type Situation } from '../rule-set.ts'
import { approvalFor } from '../teamwork/approval.ts'
import { eligibility } from './eligibility.ts'

/** Money asked for one person: asked by one, agreed by another, committed, paid. The state follows; nobody sets it. */

/** Project or fund that a request asks. */
export const sourceOf = ({ project, fund }: Content): string | null =>
  isAnswered(project) ? plainText(project) : isAnswered(fund) ? plainText(fund) : null

/** Amount of a request in the currency of the budget; without a rate in its own. */
export function amountInBase({ amount, rate }: Content, currency: string | null): Money | null {
  const money = moneyIn(amount)
  return money && inCurrency(money, currency ?? money.currency, rate)
}

/** What was paid of a request, in the currency of the request. */
export function paidOf(file: CaseFile, request: RecordView): Money | null {
  const wanted = moneyIn(request.content.amount)
  if (!wanted) return null
  return ofType(file, 'disbursement')
    .filter(({ content }) => content.request === request.id)
    .map(({ content }) => asAsked(content, wanted))
    .reduce<Money>((sum, paid) => (paid ? addMoney(sum, paid) : sum), { amount: '0', currency: wanted.currency })
}

/** A payment in the currency of its request: its own, or through its rate. */
function asAsked({ paid, rate }: Content, wanted: Money): Money | null {
  const money = moneyIn(paid)
  return money && inCurrency(money, wanted.currency, rate)
}

/** What the approval makes of a request. */
export function stateOf(file: CaseFile, request: RecordView): string {
  if (request.content.state === 'withdrawn') return 'withdrawn'
  const settled = approvalFor(file, 'fund_request', request.id)?.content.state
  if (settled === 'refused') return 'refused'
  if (settled !== 'approved') return 'waiting'
  const [wanted, paid] = [moneyIn(request.content.amount), paidOf(file, request)]
  const all = wanted && paid && (parseAmount(paid.amount) ?? 0n) >= (parseAmount(wanted.amount) ?? 0n)
  return all ? 'paid' : 'committed'
}

export function requestProblems(s: Situation): readonly Problem[] {
  const { before, change, content, record, around, today } = s
  const named = ['project', 'fund'].filter(field => isAnswered(content[field]))
  if (named.length !== 1) return [{ code: 'fund_request_source', field: named.length === 0 ? 'project' : 'fund' }]
  const faults = [...amountProblems(content, 'amount'), ...stateProblems(s)]
  // Where nothing can be looked up (a form without a network) the server says it later.
  if (faults.length > 0 || !before || around === nothingAround) return faults
  const source = around.record(sourceOf(content) ?? '')
  if (!source || (source.type !== 'project' && source.type !== 'fund'))
    return [{ code: 'fund_request_source', field: named[0] ?? 'fund' }]
  const budget = moneyIn(source.content.budget)
  if (budget && !amountInBase(content, budget.currency)) return [{ code: 'rate_missing', field: 'rate' }]
  // What was agreed stays agreed: rules are asked when money is asked for, not again years later.
  if (record && !['project', 'fund'].some(field => field in change.set)) return []
  const place = around.country(before.case.office)
  const { answer, because } = eligibility(source, { file: before, day: today, place, others: around.all('project') })
  return answer === 'no' && because
    ? [{ code: 'fund_not_eligible', field: named[0] ?? 'fund', details: { condition: because.condition } }]
    : []
}

/** The state is the approval's; amounts do not move under a signature. */
function stateProblems({ before, change, record, actor }: Situation): Problem[] {
  if (actor.machine === true) return []
  const wanted = change.set.state
  const now = before && record ? stateOf(before, record) : 'waiting'
  const free =
    wanted === undefined || wanted === null || wanted === now || (wanted === 'withdrawn' && now === 'waiting')
  if (!free) return [{ code: 'fund_request_needs_approval', field: 'state' }]
  if (!record || now === 'waiting') return []
  const moved = ['amount', 'rate', 'project', 'fund', 'purpose'].filter(field => field in change.set)
  return moved.map(field => ({ code: 'fund_request_settled', field }))
}

/** An amount is more than nothing; a rate, if there is one, is a positive decimal. */
export function amountProblems(content: Content, field: string): Problem[] {
  const money = moneyIn(content[field])
  if (!money || (parseAmount(money.amount) ?? 0n) <= 0n) return [{ code: 'amount_missing', field }]
  return isAnswered(content.rate) && inCurrency({ ...money, currency: '' }, 'X', content.rate) === null
    ? [{ code: 'rate_not_a_number', field: 'rate' }]
    : []
}

/** Paid is what was committed, and no more. */
export function disbursementProblems({ before, content, record, actor }: Situation): readonly Problem[] {
  const faults = amountProblems(content, 'paid')
  if (faults.length > 0 || !before) return faults
  const request = ofType(before, 'fund_request').find(({ id }) => id === content.request)
  if (!request) return [{ code: 'disbursement_without_request', field: 'request' }]
  const state = stateOf(before, request)
  const agreed = state === 'committed' || state === 'paid' || actor.machine === true
  if (!agreed) return [{ code: 'disbursement_needs_commitment', field: 'request' }]
  const wanted = moneyIn(request.content.amount)
  if (!wanted) return []
  const paid = asAsked(content, wanted)
  if (!paid) return [{ code: 'rate_missing', field: 'rate' }]
  const others = { ...before, records: before.records.filter(({ id }) => id !== record?.id) }
  const sum = addMoney(paidOf(others, request) ?? { amount: '0', currency: wanted.currency }, paid)
  return (parseAmount(sum.amount) ?? 0n) > (parseAmount(wanted.amount) ?? 0n)
    ? [{ code: 'disbursement_over_commitment', field: 'paid' }]
    : []
}

/** A request asks for its approval by itself, and takes the state that the answer gives it. */
export const followsRequests = (file: CaseFile, today: string): readonly Consequence[] =>
  ofType(file, 'fund_request').flatMap((request): Consequence[] => {
    const state = stateOf(file, request)
    const asked = approvalFor(file, 'fund_request', request.id)
    return [
      ...(state === 'waiting' && !asked ? [approvalOf('fund_request', request, today)] : []),
      ...(request.content.state === state
        ? []
        : [{ type: 'fund_request', key: `fund_request.${request.id}`, record: request.id, set: { state } }]),
    ]
  })

/** Opens the question for a second person. */
export const approvalOf = (kind: string, of: RecordView, today: string): Consequence => ({
  type: 'approval',
  key: `approval.${kind}.${of.id}`,
  set: { kind, of: of.id, state: 'waiting', askedOn: today },
})
