import { code, date, longText, reference } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** Something that takes a second person: asked for by one, settled by another who may. */
const approval = recordType({
  id: 'approval',
  label: 'Approval',
  plural: 'Approvals',
  empty: 'Plans, closures, money over a ceiling and exceptions wait here for a second person.',
  under: 'case',
  on: 'askedOn',
  headline: 'kind',
  place: 30,
  list: { state: 'state', ended: ['approved', 'refused', 'withdrawn'], on: 'askedOn', kind: 'kind' },
  fields: {
    kind: code('approval_kind', { label: 'What for', class: 'open' }),
    /** The record it is about: a plan, a package item, a referral; the case itself for a closure. */
    of: reference('record', { label: 'About', class: 'open' }),
    askedOn: date({ label: 'Asked on', class: 'open' }),
    reason: longText({ label: 'Why', class: 'narrative' }),
    legalGround: longText({ label: 'Rule of law or policy it rests on', class: 'narrative' }),
    state: code('approval_state', { label: 'State', class: 'open' }),
    decidedOn: date({ label: 'Decided on', class: 'open' }),
    answer: longText({ label: 'Answer', class: 'narrative' }),
  },
})

/** Approvals and flags. */
export const teamworkRecords: readonly RecordType[] = [approval]
