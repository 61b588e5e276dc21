import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import type { RuleActor, Situation } from '../rule-set.ts'

/** Two people: who asks never settles, and who settles may. The latest approval of a kind for a record is in force. */

/** The approval of this kind for this record, newest first; null when nobody asked. */
export function approvalFor(file: CaseFile, kind: string, of: string): RecordView | null {
  const asked = ofType(file, 'approval').filter(({ content }) => content.kind === kind && content.of === of)
  return asked.at(-1) ?? null
}

export const isApproved = (file: CaseFile, kind: string, of: string): boolean =>
  approvalFor(file, kind, of)?.content.state === 'approved'

/** Why this approval may not stand as it will be. */
export function approvalProblems({ record, change, content, actor }: Situation): readonly Problem[] {
  const missing = ['kind', 'of', 'state']
    .filter(field => !isAnswered(content[field]))
    .map((field): Problem => ({ code: 'approval_incomplete', field }))
  if (missing.length > 0) return missing
  const settles = content.state === 'approved' || content.state === 'refused'
  const settled = record?.content.state
  if (settled === 'approved' || settled === 'refused') return [{ code: 'approval_settled' }]
  if (!settles) return []
  if (!record) return actor.machine === true ? [] : [{ code: 'approval_needs_asking', field: 'state' }]
  if (record.author === actor.id) return [{ code: 'approval_by_oneself', field: 'state' }]
  if (!maySettle(plainText(content.kind), actor)) return [{ code: 'approval_not_yours', field: 'state' }]
  // What was asked for is what is answered: the question does not move under the signature.
  const moved = ['kind', 'of', 'reason', 'legalGround'].filter(field => field in change.set)
  return moved.map(field => ({ code: 'approval_question_moved', field }))
}

/** Beside `approve`, one of these: a team's plan is its supervisor's matter, money is not the data protection officer's. */
const settledBy: Readonly<Record<string, readonly string[]>> = {
  plan: ['assign'],
  closure: ['assign'],
  over_ceiling: ['approve_money'],
  fund_request: ['approve_money'],
  consent_override: ['decide_rights', 'assign'],
}

/** May this person settle approvals of this kind? The browser asks the same before it shows the buttons. */
export const maySettle = (kind: string, actor: Pick<RuleActor, 'may'>): boolean =>
  actor.may('approve') && (settledBy[kind] ?? ['assign', 'decide_rights']).some(verb => actor.may(verb))

export const approvalCodes = [
  'approval_incomplete',
  'approval_settled',
  'approval_needs_asking',
  'approval_by_oneself',
  'approval_not_yours',
  'approval_question_moved',
] as const
