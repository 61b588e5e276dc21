import { code, date, longText, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** Asking another organisation to serve the person; acknowledged and answered. */
const referral = recordType({
  id: 'referral',
  label: 'Referral',
  plural: 'Referrals',
  empty: 'Requests to other organisations. Nothing is shared without the person’s consent.',
  under: 'case',
  on: 'sentOn',
  headline: 'need',
  list: { state: 'state', ended: ['declined', 'served', 'closed'], on: 'sentOn', kind: 'need' },
  place: 10,
  fields: {
    need: code('service_type', { label: 'For which service', class: 'open' }),
    to: text({ label: 'To which organisation', class: 'narrative', htcds: 'cas_ReferredOrganisation' }),
    caseworker: text({
      label: 'Caseworker there',
      class: 'narrative',
      htcds: 'cas_ReferredPrimaryCaseWorker',
    }),
    reason: code('referral_reason', { label: 'Reason', class: 'open', htcds: 'cas_ReasonForOutgoingReferral' }),
    sentOn: date({ label: 'Sent on', class: 'open', htcds: 'cas_OutgoingReferralDate' }),
    state: code('referral_state', { label: 'State', class: 'open' }),
    acknowledgedOn: date({ label: 'Acknowledged on', class: 'open' }),
    details: longText({ label: 'Details', class: 'narrative', htcds: 'cas_OutgoingReferralDetails' }),
  },
})

/** Asking another organisation or mission to serve a person. */
export const referralRecords: readonly RecordType[] = [referral]
