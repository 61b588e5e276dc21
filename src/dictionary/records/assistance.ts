import { code, codes, date, integer, longText, money, reference, text } from '../field.ts'
import { recordType } from '../record-type.ts'

/** One thing given: what, by whom, when, what it cost. */
export const service = recordType({
  id: 'service',
  label: 'Service',
  plural: 'Services',
  empty: 'Everything we or a partner gave, one line each. Help does not wait for a determination.',
  under: 'case',
  on: 'deliveredOn',
  headline: 'type',
  place: 9,
  fields: {
    type: code('service_type', { label: 'Service', class: 'open', covers: ['V31'] }),
    what: text({ label: 'What exactly', class: 'narrative' }),
    deliveredOn: date({ label: 'Given on', class: 'open', covers: ['V31'] }),
    endedOn: date({ label: 'Until', class: 'open' }),
    quantity: integer({ label: 'Quantity', class: 'open', min: 0, max: 1_000_000 }),
    provider: code('provider', { label: 'Given by', class: 'open', dimension: 'provider' }),
    providerName: text({ label: 'Name of the provider', class: 'narrative' }),
    cost: money({ label: 'Cost', class: 'open', covers: ['V32', 'V41'] }),
    fund: code('fund', { label: 'Fund', class: 'open', dimension: 'fund', covers: ['V41'] }),
    project: text({ label: 'Project', class: 'open', length: 40, covers: ['V41'] }),
    donor: text({ label: 'Donor', class: 'open', length: 80, covers: ['V41'] }),
  },
})

/** Asking another organisation to serve the person; acknowledged and answered. */
export const referral = recordType({
  id: 'referral',
  label: 'Referral',
  plural: 'Referrals',
  empty: 'Requests to other organisations. Nothing is shared without the person’s consent.',
  under: 'case',
  on: 'sentOn',
  headline: 'need',
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

/** A journey we arrange: return, transit, reception. */
export const movement = recordType({
  id: 'movement',
  label: 'Movement',
  plural: 'Movements',
  empty: 'Journeys arranged with the person: return home, transit, reception on arrival.',
  under: 'case',
  on: 'departedOn',
  headline: 'stage',
  place: 11,
  fields: {
    stage: code('movement_stage', { label: 'Stage', class: 'open', covers: ['V33'] }),
    from: code('country', { label: 'From', class: 'open', covers: ['V33'] }),
    to: code('country', { label: 'To', class: 'open', covers: ['V33'] }),
    escort: code('escort', { label: 'Escort', class: 'open', covers: ['V33'] }),
    departedOn: date({ label: 'Departure', class: 'open', covers: ['V33'] }),
    arrivedOn: date({ label: 'Arrival', class: 'open', covers: ['V33'] }),
    receivingOffice: reference('office', { label: 'Receiving mission', class: 'open', covers: ['V42'] }),
    writtenConsent: code('yes_no', { label: 'Informed written consent to return', class: 'open', covers: ['V34'] }),
    childWishes: code('yes_no', { label: 'The child wishes to return', class: 'open', covers: ['V34'] }),
    guardianNotified: code('yes_no', { label: 'The legal guardian has been notified', class: 'open', covers: ['V34'] }),
    bestInterest: code('yes_no', { label: 'Return is in the child’s best interest', class: 'open', covers: ['V34'] }),
    details: longText({ label: 'Details', class: 'narrative' }),
  },
})

/** Complaint, proceeding, claim. */
export const proceeding = recordType({
  id: 'proceeding',
  label: 'Proceeding',
  plural: 'Proceedings',
  empty: 'Complaints, court proceedings and claims for wages or compensation.',
  under: 'case',
  on: 'openedOn',
  headline: 'kind',
  place: 12,
  fields: {
    kind: code('proceeding_kind', { label: 'Kind', class: 'justice', covers: ['V37'] }),
    openedOn: date({ label: 'Opened on', class: 'justice', covers: ['V37'] }),
    state: code('proceeding_state', { label: 'State', class: 'justice', covers: ['V37'] }),
    owed: money({ label: 'Owed', class: 'justice', covers: ['V37'] }),
    awarded: money({ label: 'Awarded', class: 'justice', covers: ['V37'] }),
    paid: money({ label: 'Paid', class: 'justice', covers: ['V37'] }),
    details: longText({ label: 'Details', class: 'justice', covers: ['V37'] }),
  },
})

/** A follow-up: how things are going months later. */
export const visit = recordType({
  id: 'visit',
  label: 'Follow-up',
  plural: 'Follow-ups',
  empty: 'How things are going, at agreed intervals up to two years.',
  under: 'case',
  on: 'visitedOn',
  headline: 'situation',
  place: 13,
  fields: {
    visitedOn: date({ label: 'Date', class: 'open', covers: ['V39'] }),
    method: code('visit_method', { label: 'How', class: 'open' }),
    situation: code('situation', { label: 'How things are', class: 'open', covers: ['V39'] }),
    livelihood: codes('livelihood', { label: 'Livelihood', class: 'open', covers: ['V39'] }),
    nextOn: date({ label: 'Next follow-up', class: 'open' }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

export const note = recordType({
  id: 'note',
  label: 'Note',
  plural: 'Notes',
  empty: 'What was said and agreed, in a few lines.',
  under: 'case',
  on: 'notedOn',
  place: 14,
  fields: {
    notedOn: date({ label: 'Date', class: 'open' }),
    text: longText({ label: 'Note', class: 'narrative', htcds: 'cco_CaseComment' }),
  },
})

/** Something to be done. Some are opened by rules (a guardian for a child); those carry the rule's id. */
export const task = recordType({
  id: 'task',
  label: 'Task',
  plural: 'Tasks',
  empty: 'What has to be done, by when and by whom.',
  under: 'case',
  on: 'dueOn',
  headline: 'kind',
  place: 15,
  fields: {
    kind: code('task_kind', { label: 'Task', class: 'open' }),
    dueOn: date({ label: 'Due', class: 'open' }),
    doneOn: date({ label: 'Done on', class: 'open' }),
    assignee: reference('user', { label: 'Who', class: 'open' }),
    details: longText({ label: 'Details', class: 'narrative' }),
  },
})

/** A support plan line, as the standard has it. */
export const plan = recordType({
  id: 'plan',
  label: 'Support plan',
  plural: 'Support plans',
  empty: 'What we want to reach together with the person, and how.',
  under: 'case',
  on: 'agreedOn',
  headline: 'type',
  place: 16,
  fields: {
    type: code('plan_type', { label: 'Type', class: 'open', htcds: 'spl_Type' }),
    agreedOn: date({ label: 'Agreed with the person on', class: 'open' }),
    objectives: longText({ label: 'Objectives', class: 'narrative', htcds: 'spl_Objectives' }),
    actions: longText({ label: 'What will be done', class: 'narrative', htcds: 'spl_ActionPlan' }),
    plannedEnd: date({ label: 'Planned end', class: 'open', htcds: 'spl_PlannedEndDate' }),
    actualEnd: date({ label: 'Actual end', class: 'open', htcds: 'spl_ActualEndDate' }),
  },
})

/** A hint that somebody may need help, before a person is known: counts no instance until it becomes a case. */
export const lead = recordType({
  id: 'lead',
  label: 'Lead',
  plural: 'Leads',
  empty: 'Hints from the press, a hotline or a partner, before anybody has been met. A lead counts no one.',
  under: 'office',
  on: 'receivedOn',
  headline: 'source',
  fields: {
    source: code('lead_source', { label: 'Where it came from', class: 'open' }),
    receivedOn: date({ label: 'Received on', class: 'open' }),
    country: code('country', { label: 'Country concerned', class: 'open' }),
    account: longText({ label: 'What is said', class: 'narrative' }),
    state: code('lead_state', { label: 'State', class: 'open' }),
    case: reference('case', { label: 'The case it became', class: 'open' }),
  },
})

/** One contact with a hotline: a call holds any number of consultations; neither is a person. */
export const call = recordType({
  id: 'call',
  label: 'Hotline contact',
  plural: 'Hotline contacts',
  empty: 'Calls and chats. The caller’s number is never stored here.',
  under: 'office',
  on: 'receivedOn',
  headline: 'channel',
  fields: {
    receivedOn: date({ label: 'Date', class: 'open', covers: ['V44'] }),
    channel: code('call_channel', { label: 'Channel', class: 'open', covers: ['V44'] }),
    language: code('language', { label: 'Language', class: 'open', covers: ['V44'] }),
    topics: codes('call_topic', { label: 'Topics', class: 'open', covers: ['V44'] }),
    caller: code('caller', { label: 'Who called', class: 'open', covers: ['V44'] }),
    consultations: integer({ label: 'Consultations', class: 'open', min: 0, max: 100, covers: ['V44'] }),
    referredTo: code('referral_source', { label: 'Referred to', class: 'open', covers: ['V44'] }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})
