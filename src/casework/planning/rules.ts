import type { RuleSet } from '../rule-set.ts'
import { contactProblems, followsContacts } from './contacts.ts'
import { planLineProblems } from './plan-lines.ts'
import { serviceMoneyProblems } from './service-money.ts'

/** What was planned with the person, what it cost, and when they are spoken to next. */
export const planningRules: RuleSet = {
  problems: ['plan_line_type_missing', 'plan_line_other_case', 'service_rate_day', 'service_base_differs'],
  planned: ['plan_line.from', 'plan_line.to', 'contact.nextOn'],
  pairs: { plan_line: [['from', 'to']], contact: [['on', 'nextOn']] },
  check: { plan_line: planLineProblems, contact: contactProblems, service: serviceMoneyProblems },
  follows: (_, file) => followsContacts(file),
}
