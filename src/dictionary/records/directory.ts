import { code, codes, date, integer, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/**
 * An organisation that helps, with what one must know to send a person there. It is read in every office and by the
 * hotline: only what the organisation itself makes public, and never where protected persons live.
 */
const provider = recordType({
  id: 'provider',
  label: 'Provider',
  plural: 'Service directory',
  empty:
    'Who helps with what, in which languages, for whom. Add the organisations you work with and verify them once a year.',
  under: 'office',
  on: 'verifiedOn',
  headline: 'name',
  common: true,
  list: { state: 'state', ended: ['ended'], on: 'verifiedOn', kind: 'kind' },
  fields: {
    name: text({ label: 'Name of the organisation', class: 'open', section: 'organisation' }),
    kind: code('provider_kind', { label: 'Kind', class: 'open', section: 'organisation' }),
    state: code('provider_state', { label: 'State', class: 'open', section: 'organisation' }),
    country: code('country', { label: 'Country', class: 'open', section: 'organisation' }),
    town: text({ label: 'Town', class: 'open', length: 80, section: 'organisation' }),
    publicAddress: text({
      label: 'Public address',
      help: 'The address of the office that everybody may know. Never that of a shelter.',
      class: 'open',
      section: 'organisation',
    }),
    services: codes('service_type', { label: 'Services', class: 'open', section: 'offer' }),
    languages: codes('language', { label: 'Languages', class: 'open', section: 'offer' }),
    ages: codes('age_group', { label: 'Accepts', help: 'Empty: everybody.', class: 'open', section: 'offer' }),
    sexes: codes('sex', { label: 'Accepts, by sex', help: 'Empty: everybody.', class: 'open', section: 'offer' }),
    capacity: integer({
      label: 'Places',
      help: 'How many persons it can help at the same time.',
      class: 'open',
      section: 'offer',
      min: 0,
      max: 100_000,
    }),
    hours: text({ label: 'Opening hours', class: 'open', section: 'reach' }),
    contactLine: text({
      label: 'Contact of the organisation',
      help: 'A line of the organisation, not of a member of its staff.',
      class: 'open',
      section: 'reach',
    }),
    verifiedOn: date({ label: 'Verified on', class: 'open', section: 'reach' }),
    agreementUntil: date({
      label: 'Sharing agreement until',
      help: 'Without an agreement in force nothing about a person is sent to a private or non-governmental organisation.',
      class: 'open',
      section: 'reach',
    }),
  },
})

/** Who takes people on after a training, and whether the work is decent. It says nothing about anybody who works there. */
const employer = recordType({
  id: 'employer',
  label: 'Employer',
  plural: 'Employers',
  empty: 'Who takes people on, for which work, and when somebody last looked at the conditions.',
  under: 'office',
  on: 'visitedOn',
  headline: 'name',
  common: true,
  list: { state: 'state', ended: ['unsafe', 'ended'], on: 'visitedOn', kind: 'sector' },
  fields: {
    name: text({ label: 'Name', class: 'open', length: 120 }),
    state: code('employer_state', { label: 'State', class: 'open' }),
    sector: code('sector', { label: 'Sector', class: 'open' }),
    country: code('country', { label: 'Country', class: 'open' }),
    town: text({ label: 'Town', class: 'open', length: 80 }),
    places: integer({ label: 'Places', help: 'How many persons it can take on.', class: 'open', min: 0, max: 10_000 }),
    contactLine: text({
      label: 'Contact',
      help: 'A line of the employer. Tell nobody there why we ask.',
      class: 'open',
    }),
    visitedOn: date({ label: 'Conditions looked at on', class: 'open' }),
    contract: code('yes_no', { label: 'Written contracts', class: 'open' }),
  },
})

/** Who offers which service where. */
export const directoryRecords: readonly RecordType[] = [provider, employer]
