import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { nothingAround, type Situation } from '../rule-set.ts'

/** The register of employers: who takes people on, and to whom nobody is sent again. */

export const employerProblems = ({ content }: Situation): readonly Problem[] =>
  isAnswered(content.name) ? [] : [{ code: 'employer_incomplete', field: 'name' }]

/** Nobody begins to work where conditions were found to be bad, or where nobody is taken on any more. */
export function placementProblems({ change, content, around }: Situation): readonly Problem[] {
  // Where nothing can be looked up (a form without a network) the server says it later.
  if (!isAnswered(change.set.workplace) || around === nothingAround) return []
  const employer = around.record(plainText(content.workplace))
  if (employer?.type !== 'employer') return [{ code: 'placement_employer_unknown', field: 'workplace' }]
  if (employer.content.state === 'unsafe') return [{ code: 'placement_employer_unsafe', field: 'workplace' }]
  return employer.content.state === 'ended' ? [{ code: 'placement_employer_ended', field: 'workplace' }] : []
}
