import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { inOrder, ofType } from '../latest.ts'
import type { Situation } from '../rule-set.ts'

/**
 * Doubts about an age. The person has the benefit of the doubt: an open one, and one that ended without an answer, keeps the reading
 * “child”; only a decision that says “adult” ends it.
 */

/** Doubts that keep the person a child: every open one, and the last decision unless it says adult. */
export function protectiveDisputes(file: CaseFile): readonly RecordView[] {
  const all = ofType(file, 'age_dispute')
  const decided = inOrder(
    all.filter(({ content }) => content.state === 'decided'),
    'decidedOn',
  ).at(-1)
  return all.filter(
    each => each.content.state !== 'decided' || (each.id === decided?.id && each.content.decision !== 'adult'),
  )
}

export const ageDisputeCodes = [
  'age_dispute_incomplete',
  'age_dispute_undecided',
  'age_dispute_medical_alone',
  'age_dispute_by_oneself',
] as const

/** Who doubts and since when; a decision says what, by whom, on what and why, and “adult” never rests on one pair of eyes. */
export function ageDisputeProblems({ change, content, record, actor }: Situation): readonly Problem[] {
  const missing = ['raisedOn', 'raisedBy', 'state'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'age_dispute_incomplete', field }))
  if (content.state !== 'decided') return []
  const written = (field: string) => isAnswered(change.set[field]) || (record !== null && !(field in change.set))
  const lacks = [
    ...['decidedBy', 'decidedOn', 'method'].filter(field => !isAnswered(content[field])),
    // Unknown is an answer here: nobody could tell.
    ...(content.decision === undefined || content.decision === null ? ['decision'] : []),
    ...(written('reason') ? [] : ['reason']),
  ]
  if (lacks.length > 0) return lacks.map(field => ({ code: 'age_dispute_undecided', field }))
  if (content.decision !== 'adult' || actor.machine === true) return []
  const method = Array.isArray(content.method) ? content.method : []
  if (method.every(each => each === 'medical')) return [{ code: 'age_dispute_medical_alone', field: 'method' }]
  const own = record === null || record.author === actor.id
  const decides = 'decision' in change.set || 'state' in change.set || 'decidedBy' in change.set
  return content.decidedBy === 'own_office' && own && decides
    ? [{ code: 'age_dispute_by_oneself', field: 'decidedBy' }]
    : []
}
