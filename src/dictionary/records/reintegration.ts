import { code, codes, date, integer, longText, money, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'
import { sustainabilitySurvey } from './sustainability-survey.ts'

/** A follow-up: how things are going months later. An attempt that reached nobody is one too, and says so. */
const visit = recordType({
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
    situation: code('situation', {
      label: 'How things are',
      help: 'An attempt that reached nobody is worth a line: choose “Not reached”.',
      class: 'open',
      covers: ['V39'],
    }),
    livelihood: codes('livelihood', { label: 'Livelihood', class: 'open', covers: ['V39'] }),
    stillEmployed: code('yes_no', { label: 'Still in the job that was found', class: 'open', covers: ['V39'] }),
    businessRunning: code('yes_no', { label: 'The business still runs', class: 'open', covers: ['V39'] }),
    jobsCreated: integer({ label: 'Jobs the business gives', class: 'open', min: 0, max: 10_000 }),
    profit: money({ label: 'Profit a month', class: 'open' }),
    income: money({ label: 'Income a month', class: 'open' }),
    schoolYearPassed: code('yes_no', { label: 'School year passed', class: 'open', covers: ['V39'] }),
    nextOn: date({ label: 'Next follow-up', class: 'open' }),
    nextAt: code('clock', { label: 'At what time', class: 'open' }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

/** One line of the package: what may be given, up to how much. */
const packageItem = recordType({
  id: 'package_item',
  label: 'Package item',
  plural: 'Package',
  empty: 'What was agreed with the person: an allowance, housing, goods, medical care, each up to an amount.',
  under: 'case',
  on: 'agreedOn',
  headline: 'kind',
  place: 40,
  fields: {
    kind: code('package_kind', { label: 'What', class: 'open' }),
    project: reference('project', { label: 'Project', class: 'open' }),
    agreedOn: date({ label: 'Agreed on', class: 'open' }),
    agreed: money({ label: 'Agreed amount', class: 'open', covers: ['V32'] }),
    ceiling: money({
      label: 'At most',
      help: 'The ceiling of the project for this kind. More takes another person’s approval.',
      class: 'open',
      covers: ['V32'],
    }),
    need: longText({ label: 'The need it answers', class: 'narrative' }),
  },
})

/** One thing handed over. Whether it is released follows from the ceiling; more takes another person. */
const delivery = recordType({
  id: 'delivery',
  label: 'Delivery',
  plural: 'Deliveries',
  empty: 'What was handed over, one line each. The balance counts along, also without a network.',
  under: 'case',
  on: 'deliveredOn',
  headline: 'state',
  place: 41,
  list: { state: 'state', ended: ['released', 'refused'], on: 'deliveredOn', at: 'item' },
  fields: {
    item: reference('package_item', { label: 'Package item', class: 'open' }),
    deliveredOn: date({ label: 'Date', class: 'open', covers: ['V32'] }),
    amount: money({ label: 'Worth', class: 'open', covers: ['V32'] }),
    rate: text({
      label: 'Rate',
      help: 'One unit of this currency in the currency of the ceiling. Empty when it is the same currency.',
      class: 'open',
      length: 30,
    }),
    what: text({ label: 'What exactly', class: 'narrative' }),
    state: code('delivery_state', { label: 'State', class: 'open' }),
    overBy: money({ label: 'Over the ceiling by', class: 'open' }),
  },
})

const training = recordType({
  id: 'training',
  label: 'Training',
  plural: 'Trainings',
  empty: 'Vocational training and schooling: what, where, and whether it was finished.',
  under: 'case',
  on: 'startedOn',
  headline: 'subject',
  place: 42,
  fields: {
    subject: code('training_subject', { label: 'Subject', class: 'open' }),
    provider: text({ label: 'Given by', class: 'narrative' }),
    startedOn: date({ label: 'Began', class: 'open' }),
    endedOn: date({ label: 'Ended', class: 'open' }),
    result: code('training_result', { label: 'Result', class: 'open' }),
    certificate: code('yes_no', { label: 'Certificate', class: 'open' }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

const placement = recordType({
  id: 'placement',
  label: 'Job placement',
  plural: 'Job placements',
  empty: 'Work that was found, with whom, and whether it lasts.',
  under: 'case',
  on: 'startedOn',
  headline: 'sector',
  place: 43,
  fields: {
    sector: code('sector', { label: 'Sector', class: 'open' }),
    workplace: reference('employer', { label: 'Employer of the register', class: 'open' }),
    employer: text({
      label: 'Or another employer',
      help: 'Tell the employer nothing about what happened before.',
      class: 'narrative',
    }),
    training: reference('training', { label: 'After the training', class: 'open' }),
    startedOn: date({ label: 'Began', class: 'open' }),
    stillEmployed: code('yes_no', { label: 'Still employed', class: 'open', covers: ['V39'] }),
    endedOn: date({ label: 'Ended', class: 'open' }),
    wage: money({ label: 'Wage a month', class: 'open' }),
  },
})

const enterprise = recordType({
  id: 'enterprise',
  label: 'Enterprise',
  plural: 'Enterprises',
  empty: 'A small business: its plan, its grant, its owners. How it does is told at the follow-ups.',
  under: 'case',
  on: 'startedOn',
  headline: 'sector',
  place: 44,
  fields: {
    sector: code('sector', { label: 'Sector', class: 'open' }),
    activity: text({ label: 'What it does', class: 'narrative' }),
    businessPlan: reference('document', { label: 'Business plan', class: 'open' }),
    planSummary: longText({ label: 'The plan in short', class: 'narrative' }),
    owners: integer({ label: 'Owners', class: 'open', min: 1, max: 1_000 }),
    startedOn: date({ label: 'Began', class: 'open' }),
    endedOn: date({ label: 'Closed', class: 'open' }),
    grant: money({ label: 'Grant', class: 'open', covers: ['V32'] }),
    grantedOn: date({ label: 'Granted on', class: 'open' }),
    jobsPlanned: integer({ label: 'Jobs planned', class: 'open', min: 0, max: 10_000 }),
  },
})

/** The months after: package, work, business, follow-ups. */
export const reintegrationRecords: readonly RecordType[] = [
  visit,
  packageItem,
  delivery,
  training,
  placement,
  enterprise,
  sustainabilitySurvey,
]
