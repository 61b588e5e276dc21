import { code, codes, date, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** Asking another organisation, or another mission of ours, to serve the person; acknowledged and answered. */
const referral = recordType({
  id: 'referral',
  label: 'Referral',
  plural: 'Referrals',
  empty: 'Requests to other organisations. Nothing is shared without the person’s consent.',
  under: 'case',
  on: 'sentOn',
  headline: 'need',
  list: {
    state: 'state',
    ended: ['declined', 'done', 'withdrawn', 'served', 'closed'],
    on: 'sentOn',
    kind: 'need',
    at: 'toOffice',
  },
  place: 10,
  fields: {
    need: code('service_type', { label: 'For which service', class: 'open', section: 'recipient' }),
    recipientKind: code('recipient_kind', { label: 'Kind of recipient', class: 'open', section: 'recipient' }),
    recipientOrganisation: reference('provider', {
      label: 'Organisation of the directory',
      class: 'open',
      section: 'recipient',
    }),
    toOffice: reference('office', { label: 'Mission of ours', class: 'open', section: 'recipient' }),
    to: text({
      label: 'To which organisation',
      class: 'narrative',
      section: 'recipient',
      htcds: 'cas_ReferredOrganisation',
    }),
    caseworker: text({
      label: 'Caseworker there',
      class: 'narrative',
      section: 'recipient',
      htcds: 'cas_ReferredPrimaryCaseWorker',
    }),
    reason: code('referral_reason', {
      label: 'Reason',
      class: 'open',
      section: 'recipient',
      htcds: 'cas_ReasonForOutgoingReferral',
    }),
    shared: codes('shared_item', {
      label: 'What the recipient gets to know',
      class: 'open',
      section: 'what_is_shared',
      covers: ['V42'],
    }),
    moreReason: code('more_reason', {
      label: 'Why more than the service needs',
      class: 'open',
      section: 'what_is_shared',
    }),
    handedOver: codes('handed_over', {
      label: 'Records handed over to the mission',
      class: 'open',
      section: 'what_is_shared',
      covers: ['V42'],
    }),
    details: longText({
      label: 'What we write to the recipient',
      class: 'narrative',
      section: 'what_is_shared',
      htcds: 'cas_OutgoingReferralDetails',
    }),
    state: code('referral_state', { label: 'State', class: 'open', section: 'answer' }),
    sentOn: date({ label: 'Sent on', class: 'open', section: 'answer', htcds: 'cas_OutgoingReferralDate' }),
    receivedOn: date({ label: 'First opened on', class: 'open', section: 'answer', fixed: true }),
    acknowledgedOn: date({ label: 'Answered on', class: 'open', section: 'answer' }),
    answeredThrough: code('answered_through', { label: 'How the answer came', class: 'open', section: 'answer' }),
    declineReason: code('decline_reason', { label: 'Why it was declined', class: 'open', section: 'answer' }),
    doneOn: date({ label: 'Done on', class: 'open', section: 'answer' }),
    feedback: longText({ label: 'Feedback', class: 'narrative', section: 'answer' }),
  },
})

/** Asking another organisation or mission to serve a person. */
export const referralRecords: readonly RecordType[] = [referral]
