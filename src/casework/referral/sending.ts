import type { Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { agreementOf, isAuthority } from '../directory/provider.ts'
import { sharingProblems } from '../rights/sharing.ts'
import { approvalFor } from '../teamwork/approval.ts'
import { nothingAround, type Situation } from '../rule-set.ts'
import { beyondMinimum } from './minimum-data.ts'
import { answers, following, isLive, stateOf } from './state.ts'

export const referralCodes = [
  'referral_incomplete',
  'referral_recipients',
  'referral_own_office',
  'referral_recipient_kind',
  'referral_state_order',
  'referral_settled',
  'referral_exception_moved',
  'referral_answer_not_yours',
  'referral_decline_reason',
  'referral_more_than_needed',
  'referral_handed_over_outside',
  'referral_no_agreement',
  'referral_provider_ended',
] as const

/** Why this referral may not stand as it will be. The register itself, which writes imports and answers, is spared the gates. */
export function referralProblems(s: Situation): readonly Problem[] {
  const order = [...stateProblems(s), ...answerProblems(s)]
  if (order.length > 0 || s.actor.machine === true) return order
  const settled = settledProblems(s)
  if (settled.length > 0) return settled
  const sends = !isLive(s.record?.content ?? {}) && isLive(s.content)
  const faults = contentProblems(s)
  return faults.length > 0 || !sends ? faults : sendingProblems(s)
}

/** One step at a time, in the order of the states; a person begins with a draft or by sending. */
function stateProblems({ record, change, content, actor }: Situation): readonly Problem[] {
  if (!('state' in change.set)) return []
  const from = record ? stateOf(record.content) : null
  const to = stateOf(content)
  if (from === to) return []
  const wrong: Problem = {
    code: 'referral_state_order',
    field: 'state',
    details: { from: from ?? 'drafted', to: to ?? 'drafted' },
  }
  if (to === null) return [wrong]
  if (from === null) return actor.machine === true || to === 'drafted' || to === 'sent' ? [] : [wrong]
  return following[from].includes(to) ? [] : [wrong]
}

/** Another mission answers for itself (Primero lets the sender accept what was sent; we do not). */
function answerProblems({ change, content, actor }: Situation): readonly Problem[] {
  const to = stateOf(content)
  if (!('state' in change.set) || to === null || !answers.has(to)) return []
  if (isAnswered(content.toOffice) && actor.machine !== true)
    return [{ code: 'referral_answer_not_yours', field: 'state' }]
  return to === 'declined' && !isAnswered(content.declineReason) && actor.machine !== true
    ? [{ code: 'referral_decline_reason', field: 'declineReason' }]
    : []
}

/** What was sent stays what was sent: the recipient has read it. So does what a second person was asked about. */
function settledProblems({ before, record, change }: Situation): readonly Problem[] {
  const state = record ? stateOf(record.content) : null
  if (!record || state === null) return []
  const moved = (fields: readonly string[]) =>
    fields.filter(field => field in change.set && !same(change.set[field], record.content[field]))
  if (state !== 'drafted') return moved(fixedOnceSent).map(field => ({ code: 'referral_settled', field }))
  const asked = before && approvalFor(before, 'consent_override', record.id)
  const open = asked?.content.state === 'waiting' || asked?.content.state === 'approved'
  return open ? moved(fixedOnceAsked).map(field => ({ code: 'referral_exception_moved', field })) : []
}

const fixedOnceSent = [
  'need',
  'recipientKind',
  'recipientOrganisation',
  'toOffice',
  'shared',
  'handedOver',
  'sentOn',
  'details',
] as const

/** The day of sending is still to come; the words to the recipient are part of what was looked at. */
const fixedOnceAsked = [...fixedOnceSent.filter(field => field !== 'sentOn'), 'to']

const same = (a: unknown, b: unknown) => JSON.stringify(a ?? null) === JSON.stringify(b ?? null)

/** What no draft may say either. */
function contentProblems({ before, content }: Situation): readonly Problem[] {
  if (isAnswered(content.toOffice) && isAnswered(content.recipientOrganisation))
    return [{ code: 'referral_recipients', field: 'toOffice' }]
  if (before && content.toOffice === before.case.office) return [{ code: 'referral_own_office', field: 'toOffice' }]
  if (isAnswered(content.handedOver) && !isAnswered(content.toOffice))
    return [{ code: 'referral_handed_over_outside', field: 'handedOver' }]
  const more = beyondMinimum(content)
  return more.length > 0 && !isAnswered(content.moreReason)
    ? [{ code: 'referral_more_than_needed', field: 'moreReason' }]
    : []
}

/** The gate: who is asked for what, under which agreement, with which consent. */
function sendingProblems(s: Situation): readonly Problem[] {
  const { before, change, content, today } = s
  const missing = ['need', 'recipientKind', 'sentOn'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'referral_incomplete', field }))
  if (!recipientNamed(s)) return [{ code: 'referral_incomplete', field: 'recipientOrganisation' }]
  const mission = isAnswered(content.toOffice)
  if (mission !== (content.recipientKind === 'own_mission'))
    return [{ code: 'referral_recipient_kind', field: 'recipientKind' }]
  const provider = isAnswered(content.recipientOrganisation) ? providerProblemsOf(s) : []
  if (provider.length > 0 || !before) return provider
  return sharingProblems(before, {
    recipientKind: plainText(content.recipientKind),
    organisation: isAnswered(content.recipientOrganisation) ? plainText(content.recipientOrganisation) : null,
    today,
    of: change.record,
  })
}

/** On the server what was written in words earlier is sealed: a name that is not of the directory comes along when it is sent. */
const recipientNamed = ({ content }: Situation): boolean =>
  ['recipientOrganisation', 'toOffice', 'to'].some(field => isAnswered(content[field]))

function providerProblemsOf({ content, around, today }: Situation): readonly Problem[] {
  // Where nothing can be looked up (a form without a network) the server says it later.
  if (around === nothingAround) return []
  const provider = around.record(plainText(content.recipientOrganisation))
  if (provider?.type !== 'provider') return [{ code: 'referral_incomplete', field: 'recipientOrganisation' }]
  if (provider.content.state === 'ended') return [{ code: 'referral_provider_ended', field: 'recipientOrganisation' }]
  if (content.recipientKind !== recipientKindOf(provider.content))
    return [{ code: 'referral_recipient_kind', field: 'recipientKind' }]
  return lacksAgreement(provider, today) ? [{ code: 'referral_no_agreement', field: 'recipientOrganisation' }] : []
}

/** A private or non-governmental organisation without an agreement in force; an authority is only warned about. */
export const lacksAgreement = ({ content }: Pick<RecordView, 'content'>, today: string): boolean =>
  !isAuthority(content) && agreementOf(content, today) === 'none'

/** Kind of an organisation of the directory as consents name it (code of `recipient_kind`). */
export const recipientKindOf = ({ kind }: Content): string => kinds[plainText(kind)] ?? 'other'

const kinds: Readonly<Record<string, string>> = {
  ngo: 'ngo',
  shelter: 'ngo',
  community: 'ngo',
  hotline: 'ngo',
  health: 'health',
  legal_aid: 'legal_aid',
  social_service: 'authority',
  border: 'authority',
  labour_inspection: 'authority',
  police: 'police',
  consulate: 'consulate',
  international_organisation: 'international_organisation',
}
