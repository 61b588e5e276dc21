import type { Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { fieldOf } from '#dictionary/dictionary.ts'
import type { RuleSet, Situation } from '../rule-set.ts'
import { followsExpiry } from './expiry.ts'

/** Papers and pictures of a case. */
export const documentRules: RuleSet = {
  problems: ['document_incomplete', 'document_kind_settled', 'document_step_elsewhere'],
  planned: ['document.validUntil'],
  check: { document: documentProblems },
  follows: (_, file, today) => followsExpiry(file, today),
}

function documentProblems(s: Situation): Problem[] {
  return [...kindProblems(s), ...stepProblems(s)]
}

/** The kind decides who opens the file, and so does not move under one that is there. */
function kindProblems({ content, change, record }: Situation): Problem[] {
  if (!isAnswered(content.kind)) return [{ code: 'document_incomplete', field: 'kind' }]
  const moved = 'kind' in change.set && change.set.kind !== record?.content.kind
  return moved && isAnswered(record?.content.mediaType) ? [{ code: 'document_kind_settled', field: 'kind' }] : []
}

/** A document belongs to a step of its own case; what is elsewhere and what does not exist are refused alike. */
function stepProblems({ d, before, change }: Situation): Problem[] {
  const { step } = change.set
  if (!before || !isAnswered(step)) return []
  const among = fieldOf(d, 'document', 'step')?.among ?? []
  const known = before.records.some(({ id, type }) => id === step && among.includes(type))
  return known ? [] : [{ code: 'document_step_elsewhere', field: 'step' }]
}
