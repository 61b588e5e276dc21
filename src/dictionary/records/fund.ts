import { code, codes, date, integer, longText, money, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/**
 * Whom a project or fund may help, as data: each answered field is one condition over coded facts of a case, and all of
 * them must hold. Read by `casework/fund/eligibility.ts`.
 */
const eligibility = {
  requires: codes('fund_condition', { label: 'Only for', class: 'open', section: 'eligibility' }),
  nationalityIn: codes('nationality', { label: 'Nationality is one of', class: 'open', section: 'eligibility' }),
  nationalityGroup: code('country_group', {
    label: 'Nationality is of a member of',
    class: 'open',
    section: 'eligibility',
  }),
  nationalityNotGroup: code('country_group', {
    label: 'Not for citizens of members of',
    class: 'open',
    section: 'eligibility',
  }),
  destinationIn: codes('country', { label: 'Destination is one of', class: 'open', section: 'eligibility' }),
  destinationGroup: code('country_group', {
    label: 'Destination is a member of',
    class: 'open',
    section: 'eligibility',
  }),
  placeIn: codes('country', { label: 'Helped in', class: 'open', section: 'eligibility' }),
  sexes: codes('sex', { label: 'Sex', class: 'open', section: 'eligibility' }),
  ageFrom: integer({ label: 'Age from, in years', class: 'open', section: 'eligibility', min: 0, max: 120 }),
  ageTo: integer({ label: 'Age up to, in years', class: 'open', section: 'eligibility', min: 0, max: 120 }),
  traffickingTypes: codes('trafficking_type', { label: 'Type of trafficking', class: 'open', section: 'eligibility' }),
}

/** The most that one person may get of each kind of item; the currency is that of the budget. */
const ceilings = {
  ceilingAllowance: money({ label: 'Allowance, at most', class: 'open', section: 'ceilings', covers: ['V32'] }),
  ceilingHousing: money({ label: 'Housing, at most', class: 'open', section: 'ceilings' }),
  ceilingInKind: money({ label: 'In kind, at most', class: 'open', section: 'ceilings', covers: ['V32'] }),
  ceilingMedical: money({ label: 'Medical care, at most', class: 'open', section: 'ceilings' }),
  ceilingGrant: money({ label: 'Grant for a business, at most', class: 'open', section: 'ceilings' }),
}

const donor = recordType({
  id: 'donor',
  label: 'Donor',
  plural: 'Donors',
  empty: 'Governments, institutions and private persons who give. A private person may stay without a name.',
  under: 'office',
  headline: 'name',
  common: true,
  list: { state: 'state', ended: ['ended'], kind: 'kind' },
  fields: {
    name: text({ label: 'Name', help: 'Leave empty for a private donor.', class: 'open', covers: ['V41'] }),
    kind: code('donor_kind', { label: 'Kind', class: 'open' }),
    country: code('country', { label: 'Country', class: 'open' }),
    state: code('money_state', { label: 'State', class: 'open' }),
  },
})

const project = recordType({
  id: 'project',
  label: 'Project',
  plural: 'Projects',
  empty: 'What pays for assistance: where it works, until when, for whom, and up to how much.',
  under: 'office',
  on: 'from',
  headline: 'code',
  common: true,
  list: { state: 'state', ended: ['ended'], on: 'from' },
  fields: {
    code: text({ label: 'Code', class: 'open', length: 40, section: 'project', covers: ['V41'] }),
    name: text({ label: 'Name', class: 'open', section: 'project' }),
    state: code('money_state', { label: 'State', class: 'open', section: 'project' }),
    countries: codes('country', { label: 'Countries', class: 'open', section: 'project' }),
    region: code('region', { label: 'Region', class: 'open', section: 'project' }),
    components: codes('project_component', { label: 'Components', class: 'open', section: 'project' }),
    from: date({ label: 'From', class: 'open', section: 'project' }),
    to: date({ label: 'Until', class: 'open', section: 'project' }),
    budget: money({ label: 'Budget', class: 'open', section: 'project', covers: ['V41'] }),
    targetPersons: integer({ label: 'Persons to reach', class: 'open', section: 'project', min: 0, max: 10_000_000 }),
    ...eligibility,
    ...ceilings,
  },
})

/** Many donors give to one project, and one donor to many. */
const contribution = recordType({
  id: 'contribution',
  label: 'Contribution',
  plural: 'Contributions',
  empty: 'Which donor gives how much to which project or fund.',
  under: 'office',
  on: 'agreedOn',
  headline: 'donor',
  common: true,
  list: { on: 'agreedOn', at: 'project' },
  fields: {
    project: reference('project', { label: 'Project', class: 'open' }),
    fund: reference('fund', { label: 'Or fund', class: 'open' }),
    donor: reference('donor', { label: 'Donor', class: 'open' }),
    amount: money({ label: 'Amount', class: 'open' }),
    rate: text({
      label: 'Rate',
      help: 'One unit of this currency in US dollars, on the day of the agreement. Empty for US dollars.',
      class: 'open',
      length: 30,
    }),
    rateOn: date({ label: 'Rate of', class: 'open' }),
    agreedOn: date({ label: 'Agreed on', class: 'open' }),
  },
})

const fund = recordType({
  id: 'fund',
  label: 'Fund',
  plural: 'Funds',
  empty: 'Emergency and regional funds, each with its own rules.',
  under: 'office',
  on: 'from',
  headline: 'code',
  common: true,
  list: { state: 'state', ended: ['ended'], on: 'from', kind: 'code' },
  fields: {
    code: code('fund', { label: 'Fund', class: 'open', section: 'project' }),
    name: text({ label: 'Name', class: 'open', section: 'project' }),
    state: code('money_state', { label: 'State', class: 'open', section: 'project' }),
    from: date({ label: 'From', class: 'open', section: 'project' }),
    to: date({ label: 'Until', class: 'open', section: 'project' }),
    budget: money({ label: 'Budget', class: 'open', section: 'project' }),
    ...eligibility,
    ...ceilings,
  },
})

/** Money asked for one person. Committed when another person agrees; the state follows from the approval. */
const fundRequest = recordType({
  id: 'fund_request',
  label: 'Request for money',
  plural: 'Requests for money',
  empty: 'Money asked for this person from a project or fund. Another person agrees before it is committed.',
  under: 'case',
  on: 'askedOn',
  headline: 'purpose',
  place: 46,
  list: { state: 'state', ended: ['paid', 'refused', 'withdrawn'], on: 'askedOn', kind: 'purpose', at: 'fund' },
  fields: {
    project: reference('project', { label: 'Project', class: 'open' }),
    fund: reference('fund', { label: 'Fund', class: 'open' }),
    purpose: code('package_kind', { label: 'For', class: 'open' }),
    askedOn: date({ label: 'Asked on', class: 'open' }),
    amount: money({ label: 'Amount', class: 'open', covers: ['V32'] }),
    rate: text({
      label: 'Rate',
      help: 'One unit of this currency in the currency of the budget. Empty when it is the same currency.',
      class: 'open',
      length: 30,
    }),
    state: code('fund_request_state', { label: 'State', class: 'open' }),
    reason: longText({ label: 'Why', class: 'narrative' }),
  },
})

const disbursement = recordType({
  id: 'disbursement',
  label: 'Payment',
  plural: 'Payments',
  empty: 'What was paid of the money that was committed.',
  under: 'case',
  on: 'paidOn',
  headline: 'method',
  place: 47,
  list: { on: 'paidOn', at: 'request' },
  fields: {
    request: reference('fund_request', { label: 'Request', class: 'open' }),
    paidOn: date({ label: 'Paid on', class: 'open' }),
    paid: money({ label: 'Paid', class: 'open', covers: ['V32'] }),
    rate: text({
      label: 'Rate',
      help: 'One unit of this currency in the currency of the request. Empty when it is the same currency.',
      class: 'open',
      length: 30,
    }),
    method: code('payment_method', { label: 'How', class: 'open' }),
    note: longText({ label: 'Note', class: 'narrative' }),
  },
})

/** Donors, projects and funds, which stand in every office, and what they pay for one person. */
export const fundRecords: readonly RecordType[] = [donor, project, contribution, fund, fundRequest, disbursement]
