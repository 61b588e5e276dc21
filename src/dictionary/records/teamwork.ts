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

/** What the next colleague must know when a case changes hands. */
const handover = recordType({
  id: 'handover',
  label: 'Hand-over',
  plural: 'Hand-overs',
  empty: 'When a case changes hands: from whom, to whom, and what the next colleague must know.',
  under: 'case',
  on: 'handedOn',
  headline: 'to',
  place: 31,
  fields: {
    handedOn: date({ label: 'Date', class: 'open' }),
    from: reference('user', { label: 'From', class: 'open' }),
    to: reference('user', { label: 'To', class: 'open' }),
    note: longText({ label: 'What the next colleague must know', class: 'narrative' }),
  },
})

/** Something about a case that everybody who opens it should see until it is dealt with. */
const flag = recordType({
  id: 'flag',
  label: 'Flag',
  plural: 'Flags',
  empty: 'Raise a flag for what everybody who opens this case should see until it is dealt with.',
  under: 'case',
  on: 'raisedOn',
  headline: 'kind',
  place: 32,
  list: { endedBy: 'resolvedOn', on: 'raisedOn', kind: 'kind' },
  fields: {
    kind: code('flag_kind', { label: 'Kind', class: 'open' }),
    raisedOn: date({ label: 'Raised on', class: 'open' }),
    about: longText({ label: 'What about', class: 'narrative' }),
    resolvedOn: date({ label: 'Dealt with on', class: 'open' }),
    outcome: longText({ label: 'How', class: 'narrative' }),
  },
})

/** Approvals, hand-overs and flags. */
export const teamworkRecords: readonly RecordType[] = [approval, handover, flag]
