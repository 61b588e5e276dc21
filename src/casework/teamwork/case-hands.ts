import type { Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { Situation } from '../rule-set.ts'
import { isAsserted } from '../source.ts'
import { isApproved } from './approval.ts'

/** Who carries a case, and when it may be closed. */

/**
 * A case without a caseworker may be taken or given by whoever works on it; one that somebody carries is handed over by
 * that person, or by somebody who assigns.
 */
export function assignmentProblems({ record, change, actor }: Situation): readonly Problem[] {
  const now = record?.content.caseworker
  if (!record || !('caseworker' in change.set) || !isAnswered(now) || now === change.set.caseworker) return []
  return now === actor.id || actor.may('assign') ? [] : [{ code: 'assignment_not_yours', field: 'caseworker' }]
}

const ended: ReadonlySet<unknown> = new Set(['closed', 'closed_referred'])

/** Closing takes two people. A case that comes in closed (an import, a paper file) was closed elsewhere. */
export function closureProblems({ before, record, change, actor }: Situation): readonly Problem[] {
  if (!before || !record || !ended.has(change.set.status) || ended.has(record.content.status)) return []
  if (actor.machine === true || isAsserted(record) || isApproved(before, 'closure', record.id)) return []
  return [{ code: 'closure_needs_approval', field: 'status' }]
}
