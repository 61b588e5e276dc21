import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText, type Value } from '#dictionary/answer.ts'
import { consentInForce } from '../consent.ts'
import type { Situation } from '../rule-set.ts'
import { dayOf } from '../when.ts'
import { sharingProblems } from './sharing.ts'

export const disclosureCodes = [
  'disclosure_incomplete',
  'disclosure_already_made',
  'disclosure_ground_not_consent',
  'override_incomplete',
  'consent_recipient_kind_missing',
] as const

/** Nothing is given before it was prepared, the consent or a second person's exception is there, and the ground is named. */
export function disclosureProblems({ before, record, change, content, today, actor }: Situation): readonly Problem[] {
  if (record?.content.state === 'made')
    return Object.keys(change.set)
      .filter(field => field !== 'why' && field !== 'legalReference')
      .map(field => ({ code: 'disclosure_already_made', field }))
  const made = content.state === 'made'
  const missing = ['recipientKind', 'state', ...(made ? ['madeOn', 'what', 'ground'] : [])]
    .filter(field => !isAnswered(content[field]))
    .map((field): Problem => ({ code: 'disclosure_incomplete', field }))
  if (missing.length > 0 || !made || !before) return missing
  // A person's word today counts; what a file brings along is judged by the day on which it happened.
  const day = (actor.machine === true && dayOf(content.madeOn)) || today
  const organisation = word(content.recipientOrganisation)
  const to = { recipientKind: word(content.recipientKind), organisation, today: day }
  const problems = sharingProblems(before, { ...to, of: change.record })
  const agreed = consentInForce(before, 'sharing', to).state === 'yes'
  const untrue = problems.length === 0 && content.ground === 'consent' && !agreed
  return untrue ? [{ code: 'disclosure_ground_not_consent', field: 'ground' }] : problems
}

/** An exception from consent is asked for with its reason and the rule of law it rests on (AS12). */
export function overrideProblems({ record, content }: Situation): readonly Problem[] {
  if (content.kind !== 'consent_override' || record) return []
  return ['reason', 'legalGround']
    .filter(field => plainText(content[field]).trim() === '')
    .map(field => ({ code: 'override_incomplete', field }))
}

/** A consent that names its recipient in words only would count for everybody: rules read codes. */
export function consentProblems({ change, content }: Situation): readonly Problem[] {
  const inWords = plainText(change.set.recipient).trim() !== ''
  const coded = isAnswered(content.recipientKind) || isAnswered(content.recipientOrganisation)
  return inWords && !coded ? [{ code: 'consent_recipient_kind_missing', field: 'recipientKind' }] : []
}

const word = (value: Value | undefined): string | null => (isAnswered(value) ? plainText(value) : null)
