import type { RuleSet } from '../rule-set.ts'
import { contactProblems, followsContacts } from './contacts.ts'
import { continuesPlan, followsPlans, planCodes, planProblems } from './plan.ts'
import { planLineProblems } from './plan-lines.ts'
import { serviceMoneyProblems } from './service-money.ts'

/** What was planned with the person, what it cost, and when they are spoken to next. */
export const planningRules: RuleSet = {
  problems: [
    'plan_line_type_missing',
    'plan_line_other_case',
    'service_rate_day',
    'service_base_differs',
    ...planCodes,
  ],
  planned: ['plan_line.from', 'plan_line.to', 'contact.nextOn'],
  pairs: { plan_line: [['from', 'to']], contact: [['on', 'nextOn']] },
  check: { plan: planProblems, plan_line: planLineProblems, contact: contactProblems, service: serviceMoneyProblems },
  looksAround: ['plan.follows'],
  follows: (_, file, today) => [...followsContacts(file), ...followsPlans(file, today)],
  elsewhere: { journey_step: continuesPlan },
}
