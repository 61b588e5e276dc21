import { code, codes, date, integer, longText, money, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** One thing given: what, by whom, when, what it cost. */
const service = recordType({
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
    item: code('item_kind', { label: 'Goods', class: 'open' }),
    quantity: integer({ label: 'Quantity', class: 'open', min: 0, max: 1_000_000 }),
    provider: code('provider', { label: 'Given by', class: 'open', dimension: 'provider' }),
    providerName: text({ label: 'Name of the provider', class: 'narrative' }),
    cost: money({ label: 'Cost', class: 'open', covers: ['V32', 'V41'] }),
    rate: text({
      label: 'Rate',
      help: 'One unit of this currency in the currency of the account. Empty when it is the same currency.',
      class: 'open',
      length: 30,
    }),
    rateOn: date({ label: 'Rate of', class: 'open' }),
    base: money({ label: 'Cost in the currency of the account', class: 'open' }),
    fund: code('fund', { label: 'Fund', class: 'open', dimension: 'fund', covers: ['V41'] }),
    project: text({ label: 'Project', class: 'open', length: 40, covers: ['V41'] }),
    projectRef: reference('project', { label: 'Project of this register', class: 'open' }),
    fundRef: reference('fund', { label: 'Fund of this register', class: 'open' }),
    donor: text({ label: 'Donor', class: 'open', length: 80, covers: ['V41'] }),
  },
})

/** A support plan line, as the standard has it. */
const plan = recordType({
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
    stage: code('plan_stage', { label: 'Draft or final', class: 'open' }),
    follows: reference('plan', { label: 'Follows the plan', class: 'open' }),
    agreedOn: date({ label: 'Agreed with the person on', class: 'open' }),
    objectives: longText({ label: 'Objectives', class: 'narrative', htcds: 'spl_Objectives' }),
    actions: longText({ label: 'What will be done', class: 'narrative', htcds: 'spl_ActionPlan' }),
    plannedEnd: date({ label: 'Planned end', class: 'open', htcds: 'spl_PlannedEndDate' }),
    actualEnd: date({ label: 'Actual end', class: 'open', htcds: 'spl_ActualEndDate' }),
  },
})

/** One service that is planned: what for, who pays, from when until when. */
const planLine = recordType({
  id: 'plan_line',
  label: 'Line of the plan',
  plural: 'Lines of the plan',
  empty: 'What is planned, one line a service: what for, who pays, from when until when.',
  under: 'case',
  on: 'from',
  headline: 'type',
  place: 16,
  list: { state: 'state', ended: ['done', 'dropped'], on: 'to', kind: 'type', at: 'project' },
  fields: {
    type: code('service_type', { label: 'Service', class: 'open' }),
    objective: longText({ label: 'What for', class: 'narrative' }),
    plan: reference('plan', { label: 'Of the plan', class: 'open' }),
    provider: code('provider', { label: 'Given by', class: 'open' }),
    project: reference('project', { label: 'Project', class: 'open' }),
    fund: reference('fund', { label: 'Fund', class: 'open' }),
    from: date({ label: 'From', class: 'open' }),
    to: date({ label: 'Until', class: 'open' }),
    state: code('plan_line_state', { label: 'State', class: 'open' }),
  },
})

/** Every attempt to speak, also the one that reached nobody. */
const contact = recordType({
  id: 'contact',
  label: 'Contact',
  plural: 'Contacts',
  empty: 'Every call, message and visit, also those that reached nobody, and when to try next.',
  under: 'case',
  on: 'on',
  headline: 'outcome',
  place: 14,
  fields: {
    on: date({ label: 'Date', class: 'open' }),
    channel: code('contact_channel', { label: 'How', class: 'open' }),
    with: code('contact_with', { label: 'With', class: 'open' }),
    outcome: code('contact_outcome', { label: 'Outcome', class: 'open' }),
    nextOn: date({ label: 'Next time', class: 'open' }),
    nextAt: code('clock', { label: 'At what time', class: 'open' }),
    nextChannel: code('contact_channel', { label: 'How next time, if otherwise', class: 'open' }),
    about: longText({ label: 'What about', class: 'narrative' }),
  },
})

const note = recordType({
  id: 'note',
  label: 'Note',
  plural: 'Notes',
  empty: 'What was said and agreed, in a few lines.',
  under: 'case',
  on: 'notedOn',
  place: 14,
  fields: {
    notedOn: date({ label: 'Date', class: 'open' }),
    signs: codes('exploitation_sign', { label: 'Signs of exploitation noticed', class: 'open' }),
    text: longText({ label: 'Note', class: 'narrative', htcds: 'cco_CaseComment' }),
  },
})

/** Something to be done. Some are opened by rules (a guardian for a child); those carry the rule's id. */
const task = recordType({
  id: 'task',
  label: 'Task',
  plural: 'Tasks',
  empty: 'What has to be done, by when and by whom.',
  under: 'case',
  on: 'dueOn',
  headline: 'kind',
  place: 15,
  list: { endedBy: 'doneOn', on: 'dueOn', kind: 'kind', who: 'assignee', at: 'mission' },
  fields: {
    kind: code('task_kind', { label: 'Task', class: 'open' }),
    dueOn: date({ label: 'Due', class: 'open' }),
    at: code('clock', { label: 'At what time', class: 'open' }),
    channel: code('contact_channel', { label: 'Way of contact', class: 'open' }),
    doneOn: date({ label: 'Done on', class: 'open' }),
    assignee: reference('user', { label: 'Who', class: 'open' }),
    /** The record that the work is about: a referral that waits, a document that runs out. */
    about: reference('record', { label: 'About', class: 'open', fixed: true }),
    /** Another mission that does it, and reads it for that: the leg of a journey that it sees to. */
    mission: reference('office', { label: 'Mission that does it', class: 'open', fixed: true }),
    details: longText({ label: 'Details', class: 'narrative' }),
  },
})

/** Plan, what was given, what was said, what has to be done. */
export const planningRecords: readonly RecordType[] = [service, plan, planLine, contact, note, task]
