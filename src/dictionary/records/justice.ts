import { code, codes, date, longText, money, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/*
 * Days, kinds of steps and states are open: they fill the calendar and the rules, which hold no key. What tells a story
 * (which court, which claim, how much, what was said) is of class justice. See docs/decisions/0018.
 */

/** Complaint, contact with the police, proceeding. Police and consulates are told things; they never sign in. */
const proceeding = recordType({
  id: 'proceeding',
  label: 'Proceeding',
  plural: 'Proceedings',
  empty: 'Complaints, contacts with the police and court proceedings.',
  under: 'case',
  on: 'openedOn',
  headline: 'kind',
  place: 12,
  fields: {
    kind: code('proceeding_kind', { label: 'Kind', class: 'justice', covers: ['V37'] }),
    openedOn: date({ label: 'Opened on', class: 'justice', covers: ['V37'] }),
    state: code('proceeding_state', { label: 'State', class: 'justice', covers: ['V37'] }),
    courtKind: code('court_kind', { label: 'Court or authority', class: 'justice', covers: ['V37'] }),
    reference: text({ label: 'File number of the authority', class: 'justice', length: 60 }),
    verdictOn: date({ label: 'Verdict on', class: 'justice', covers: ['V37'] }),
    owed: money({ label: 'Owed', class: 'justice', covers: ['V37'] }),
    awarded: money({ label: 'Awarded', class: 'justice', covers: ['V37'] }),
    paid: money({ label: 'Paid', class: 'justice', covers: ['V37'] }),
    details: longText({ label: 'Details', class: 'justice', covers: ['V37'] }),
  },
})

const hearing = recordType({
  id: 'hearing',
  label: 'Hearing',
  plural: 'Hearings',
  empty: 'Days in court or before an authority, and how the person is protected there.',
  under: 'case',
  on: 'on',
  headline: 'purpose',
  place: 12.1,
  list: { state: 'state', ended: ['held', 'cancelled'], on: 'on', kind: 'purpose' },
  fields: {
    on: date({ label: 'Day', class: 'open' }),
    at: code('clock', { label: 'Time', class: 'open' }),
    purpose: code('hearing_purpose', { label: 'Purpose', class: 'open' }),
    state: code('hearing_state', { label: 'State', class: 'open' }),
    proceeding: reference('proceeding', { label: 'Proceeding', class: 'justice' }),
    courtKind: code('court_kind', { label: 'Court or authority', class: 'justice' }),
    protection: codes('protection_measure', { label: 'How the person is protected', class: 'justice' }),
    outcome: longText({ label: 'What happened', class: 'justice' }),
  },
})

/** Who speaks for the person, and how far that goes. */
const representation = recordType({
  id: 'representation',
  label: 'Representation',
  plural: 'Representations',
  empty: 'Lawyers and powers of attorney: how far they go and until when.',
  under: 'case',
  on: 'givenOn',
  headline: 'kind',
  place: 12.2,
  fields: {
    kind: code('representation_kind', { label: 'Kind', class: 'open' }),
    givenOn: date({ label: 'Given on', class: 'open' }),
    validUntil: date({ label: 'Valid until', class: 'open' }),
    state: code('representation_state', { label: 'State', class: 'open' }),
    representative: text({ label: 'Representative', class: 'justice' }),
    limits: longText({ label: 'What it covers, and what not', class: 'justice' }),
    document: text({ label: 'Number of the document', class: 'justice', length: 60 }),
  },
})

const expertOpinion = recordType({
  id: 'expert_opinion',
  label: 'Expert opinion',
  plural: 'Expert opinions',
  empty: 'Evaluations by experts: when they were asked for, when they came, what they say.',
  under: 'case',
  on: 'askedOn',
  headline: 'kind',
  place: 12.3,
  fields: {
    kind: code('expert_kind', { label: 'Kind', class: 'justice' }),
    askedOn: date({ label: 'Asked for on', class: 'open' }),
    plannedOn: date({ label: 'Day of the evaluation', class: 'open' }),
    givenOn: date({ label: 'Given on', class: 'open' }),
    result: code('expert_result', { label: 'Result', class: 'justice' }),
    proceeding: reference('proceeding', { label: 'Proceeding', class: 'justice' }),
    details: longText({ label: 'Details', class: 'justice' }),
  },
})

/** Money or things that the person has a right to. Amounts are exact and never added across currencies. */
const claim = recordType({
  id: 'claim',
  label: 'Claim',
  plural: 'Claims',
  empty: 'Wages, compensation and restitution: what is owed, what was awarded, what was paid.',
  under: 'case',
  on: 'filedOn',
  headline: 'kind',
  place: 12.4,
  fields: {
    kind: code('claim_kind', { label: 'Kind', class: 'justice', covers: ['V37'] }),
    filedOn: date({ label: 'Filed on', class: 'justice' }),
    state: code('claim_state', { label: 'State', class: 'justice' }),
    owed: money({ label: 'Owed', class: 'justice', covers: ['V37'] }),
    awarded: money({ label: 'Awarded', class: 'justice', covers: ['V37'] }),
    paid: money({ label: 'Paid', class: 'justice', covers: ['V37'] }),
    proceeding: reference('proceeding', { label: 'Proceeding', class: 'justice' }),
    against: text({ label: 'Against', class: 'justice' }),
    details: longText({ label: 'Details', class: 'justice' }),
  },
})

const paperRetrieval = recordType({
  id: 'paper_retrieval',
  label: 'Paper taken away',
  plural: 'Papers taken away',
  empty: 'Passports and other papers that somebody keeps from the person: asked for, returned.',
  under: 'case',
  on: 'askedOn',
  headline: 'kind',
  place: 12.5,
  fields: {
    kind: code('paper_kind', { label: 'Paper', class: 'open' }),
    askedOn: date({ label: 'Asked for on', class: 'open' }),
    returnedOn: date({ label: 'Returned on', class: 'open' }),
    state: code('paper_state', { label: 'State', class: 'open' }),
    holder: code('paper_holder', { label: 'Who holds it', class: 'justice' }),
    details: longText({ label: 'Details', class: 'justice' }),
  },
})

const stayApplication = recordType({
  id: 'stay_application',
  label: 'Visa or residence',
  plural: 'Visas and residence',
  empty: 'Applications for a visa, residence or asylum: filed, decided, valid until.',
  under: 'case',
  on: 'filedOn',
  headline: 'kind',
  place: 12.6,
  fields: {
    kind: code('application_kind', { label: 'Application for', class: 'justice' }),
    filedOn: date({ label: 'Filed on', class: 'open' }),
    decidedOn: date({ label: 'Decided on', class: 'open' }),
    state: code('application_state', { label: 'State', class: 'open' }),
    until: date({ label: 'Valid until', class: 'open' }),
    details: longText({ label: 'Details', class: 'justice' }),
  },
})

/** Complaints, proceedings, hearings, representation, evaluations, claims, papers, residence. */
export const justiceRecords: readonly RecordType[] = [
  proceeding,
  hearing,
  representation,
  expertOpinion,
  claim,
  paperRetrieval,
  stayApplication,
]
