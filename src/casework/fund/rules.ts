import type { Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { RuleSet, Situation } from '../rule-set.ts'
import { moneyIn } from '../planning/money.ts'
import { budgetCodes, budgetProblems, spendingProblems, spends } from './budget.ts'
import { disbursementProblems, followsRequests, requestProblems } from './requests.ts'

/** Donors, projects, funds, and what they pay for one person. */
export const fundRules: RuleSet = {
  problems: [
    'donor_anonymous_named',
    'project_needs_code',
    'ceiling_other_currency',
    'fund_request_source',
    'fund_request_needs_approval',
    'fund_request_settled',
    'fund_not_eligible',
    'amount_missing',
    'rate_missing',
    'rate_not_a_number',
    'disbursement_without_request',
    'disbursement_needs_commitment',
    'disbursement_over_commitment',
    ...budgetCodes,
  ],
  planned: ['project.from', 'project.to', 'fund.from', 'fund.to'],
  pairs: { project: [['from', 'to']], fund: [['from', 'to']] },
  check: {
    donor: ({ content }) =>
      content.kind === 'private_anonymous' && isAnswered(content.name)
        ? [{ code: 'donor_anonymous_named', field: 'name' }]
        : [],
    project: s => [
      ...(isAnswered(s.content.code) ? [] : [{ code: 'project_needs_code', field: 'code' }]),
      ...oneCurrency(s),
      ...budgetProblems(s),
    ],
    fund: s => [
      ...(isAnswered(s.content.code) ? [] : [{ code: 'project_needs_code', field: 'code' }]),
      ...oneCurrency(s),
      ...budgetProblems(s),
    ],
    approval: spendingProblems,
    delivery: spendingProblems,
    package_item: spendingProblems,
    fund_request: requestProblems,
    disbursement: disbursementProblems,
  },
  looksAround: ['fund_request', 'approval.state', 'delivery', 'project.budget', 'fund.budget'],
  spends,
  looksAt: { fund_request: ['project'] },
  follows: (_, file, today) => followsRequests(file, today),
}

/** Balances of a project are in one currency: that of its budget. */
function oneCurrency({ content }: Situation): readonly Problem[] {
  const budget = moneyIn(content.budget)
  if (!budget) return []
  return Object.entries(content)
    .filter(
      ([field, value]) =>
        field.startsWith('ceiling') && (moneyIn(value)?.currency ?? budget.currency) !== budget.currency,
    )
    .map(([field]) => ({ code: 'ceiling_other_currency', field }))
}
