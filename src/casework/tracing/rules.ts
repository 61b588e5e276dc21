import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { isChild } from '../age.ts'
import { familyInForce } from '../assessment/best-interest.ts'
import { sharingProblems } from '../rights/sharing.ts'
import type { RuleSet, Situation } from '../rule-set.ts'

/** Family tracing: what is found stays in the file until telling it is safe, and where a child is, is never told. */
export const tracingRules: RuleSet = {
  problems: ['tracing_child_place', 'tracing_family_involved'],
  pairs: { tracing_result: [['foundOn', 'sharedOn']] },
  check: { tracing_result: tellingProblems },
}

const told = ['shared', 'sharedWith', 'sharedOn'] as const
const place: readonly string[] = ['place', 'contact']

/** What was told before stays as it was told; a later finding about the family holds back what is told from then on. */
function tellingProblems({ before, change, content, today, actor }: Situation): readonly Problem[] {
  const tells = told.some(field => isAnswered(change.set[field]))
  if (!before || !tells) return []
  const codes = Array.isArray(content.shared) ? (content.shared as readonly string[]) : []
  const child: Problem[] =
    isChild(before) && codes.some(code => place.includes(code))
      ? [{ code: 'tracing_child_place', field: 'shared' }]
      : []
  const involvement = familyInForce(before)?.content.involvement
  if (involvement === 'suspected' || involvement === 'confirmed')
    return [...child, { code: 'tracing_family_involved', field: 'sharedWith' }]
  // Who asks about the own family is told; anybody else is told with the person's consent to that recipient.
  if (content.sharedWith === 'person' || actor.machine === true) return child
  const recipientKind = recipients[plainText(content.sharedWith)] ?? null
  return [...child, ...sharingProblems(before, { recipientKind, today, of: change.record })]
}

/** Who is told, in the words in which consents name recipients (list `recipient_kind`). */
const recipients: Readonly<Record<string, string>> = {
  family: 'family',
  authority: 'authority',
  tracing_service: 'international_organisation',
  partner: 'ngo',
}
