import type { Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import type { RuleSet, Situation } from '../rule-set.ts'

/** Papers and pictures of a case. */
export const documentRules: RuleSet = {
  problems: ['document_incomplete', 'document_kind_settled'],
  planned: ['document.validUntil'],
  check: { document: documentProblems },
}

/** The kind decides who opens the file, and so does not move under one that is there. */
function documentProblems({ content, change, record }: Situation): Problem[] {
  if (!isAnswered(content.kind)) return [{ code: 'document_incomplete', field: 'kind' }]
  const moved = 'kind' in change.set && change.set.kind !== record?.content.kind
  return moved && isAnswered(record?.content.mediaType) ? [{ code: 'document_kind_settled', field: 'kind' }] : []
}
