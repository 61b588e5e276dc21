import type { RuleSet } from '../rule-set.ts'
import { callProblemCodes, callProblems } from './call.ts'

export const hotlineRules: RuleSet = {
  problems: callProblemCodes,
  planned: ['call.callBackOn'],
  pairs: { call: [['receivedOn', 'callBackOn']] },
  check: { call: callProblems },
  looksAround: ['call'],
  tellsOffice: ({ record, before }) =>
    record.type === 'call' && record.content.state === 'escalated' && before?.content.state !== 'escalated'
      ? [
          {
            kind: 'call_escalated',
            to: { role: 'supervisor', office: record.office },
            key: `call.${record.id}.escalated`,
          },
        ]
      : [],
}
