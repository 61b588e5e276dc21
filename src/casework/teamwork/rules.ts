import type { RuleSet } from '../rule-set.ts'
import { approvalCodes, approvalProblems } from './approval.ts'

export const teamworkRules: RuleSet = {
  problems: approvalCodes,
  check: { approval: approvalProblems },
  tells: ({ record, file }) =>
    record.type === 'approval' && record.content.state === 'waiting'
      ? [
          {
            kind: 'approval_waiting',
            to: { role: 'supervisor', office: file.case.office },
            key: `approval.${record.id}.waiting`,
          },
        ]
      : record.type === 'approval'
        ? [{ kind: 'approval_answered', to: { account: record.author }, key: `approval.${record.id}.answered` }]
        : [],
}
