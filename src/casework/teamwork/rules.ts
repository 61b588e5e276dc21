import { isAnswered } from '#dictionary/answer.ts'
import type { Notice, RuleSet, Told } from '../rule-set.ts'
import { approvalCodes, approvalProblems } from './approval.ts'
import { assignmentProblems, closureProblems } from './case-hands.ts'

/** Working together: two people, who carries a case, who is told. */
export const teamworkRules: RuleSet = {
  problems: [...approvalCodes, 'assignment_not_yours', 'closure_needs_approval'],
  check: {
    approval: approvalProblems,
    case: situation => [...assignmentProblems(situation), ...closureProblems(situation)],
  },
  pairs: {
    approval: [['askedOn', 'decidedOn']],
    flag: [['raisedOn', 'resolvedOn']],
  },
  tells: told => [...ofApproval(told), ...ofAssignment(told), ...ofFlag(told)],
}

/** Who settles is told that something waits, who asked that it was answered. */
function ofApproval({ record, file, before }: Told): Notice[] {
  if (record.type !== 'approval' || before?.content.state === record.content.state) return []
  const { state, kind } = record.content
  if (state === 'waiting') {
    const roles = kind === 'consent_override' ? ['data_protection_officer', 'supervisor'] : ['supervisor']
    const money = kind === 'over_ceiling' || kind === 'fund_request' ? ['fund_manager'] : []
    return [...roles, ...money].map(role => ({
      kind: 'approval_waiting',
      to: { role, office: file.case.office },
      key: `approval.${record.id}.waiting`,
    }))
  }
  return state === 'approved' || state === 'refused'
    ? [{ kind: 'approval_answered', to: { account: record.author }, key: `approval.${record.id}.${state}` }]
    : []
}

function ofAssignment({ record, change, before }: Told): Notice[] {
  const { caseworker } = record.content
  if (record.type !== 'case' || !('caseworker' in change.set) || !isAnswered(caseworker)) return []
  if (before?.content.caseworker === caseworker || typeof caseworker !== 'string') return []
  return [
    { kind: 'case_assigned', to: { account: caseworker }, key: `case.${record.id}.${caseworker}.${record.version}` },
  ]
}

function ofFlag({ record, file, before }: Told): Notice[] {
  if (record.type !== 'flag' || before !== null) return []
  const { caseworker } = file.case.content
  const to = record.content.kind === 'question' ? null : caseworker
  return typeof to === 'string' && isAnswered(to)
    ? [{ kind: 'flag_raised', to: { account: to }, key: `flag.${record.id}` }]
    : [{ kind: 'flag_raised', to: { role: 'supervisor', office: file.case.office }, key: `flag.${record.id}` }]
}
