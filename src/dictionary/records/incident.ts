import { code, codes, date, integer, marks } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/**
 * One event with many persons: what is common to them is said once. Codes only, no names, no story and no address: whoever
 * reads it learns nothing about one person. Each person has a case of their own, which names the incident.
 */
const incident = recordType({
  id: 'incident',
  label: 'Incident',
  plural: 'Incidents',
  empty: 'One event with many persons, a vessel or a raid: say once what is common to them, then open a case for each.',
  under: 'office',
  on: 'on',
  headline: 'kind',
  list: { on: 'on', kind: 'kind' },
  fields: {
    kind: code('incident_kind', { label: 'Kind', class: 'open', section: 'case' }),
    on: date({ label: 'Date', class: 'open', section: 'case' }),
    country: code('country', { label: 'Country', class: 'open', section: 'case' }),
    personsSeen: integer({
      label: 'Persons said to be there',
      help: 'As first reported. What is counted are the cases.',
      class: 'open',
      section: 'case',
      min: 1,
      max: 100_000,
    }),
    referralSource: code('referral_source', { label: 'Referred or identified by', class: 'open', section: 'intake' }),
    countryOfOrigin: codes('country', { label: 'Countries of origin', class: 'open', section: 'route' }),
    traffickingType: code('trafficking_type', { label: 'Type of trafficking', class: 'open', section: 'route' }),
    exploitation: marks('exploitation', { label: 'Forms of exploitation', class: 'open', section: 'purpose' }),
    sector: marks('sector', { label: 'Labour sector', class: 'open', section: 'purpose' }),
    means: marks('means', { label: 'Means of control', class: 'open', section: 'means' }),
  },
})

/** One event with many persons. */
export const incidentRecords: readonly RecordType[] = [incident]
