import { code, codes, date, longText } from '../field.ts'
import { recordType } from '../record-type.ts'

/** One dated reading of what threatens the person, how likely and how bad. */
export const risk = recordType({
  id: 'risk',
  label: 'Risk assessment',
  plural: 'Risk assessments',
  empty: 'Assess the risk again whenever something changes; the series shows how it moved.',
  under: 'case',
  on: 'assessedOn',
  headline: 'level',
  place: 7,
  fields: {
    assessedOn: date({ label: 'Assessed on', class: 'open', covers: ['V35'] }),
    threat: codes('threat_kind', { label: 'Kind of threat', class: 'open' }),
    likelihood: code('likelihood', { label: 'How likely', class: 'open' }),
    severity: code('severity', { label: 'How bad, if it happens', class: 'open' }),
    level: code('risk_level', { label: 'Level of risk', class: 'open', protective: true, covers: ['V35'] }),
    concerns: codes('risk_concern', { label: 'Who is threatened', class: 'open', covers: ['V35'] }),
    threats: longText({ label: 'Threats', class: 'narrative', covers: ['V35'] }),
    measures: longText({ label: 'What is done about it', class: 'narrative', covers: ['V35'] }),
    reviewOn: date({ label: 'Look at it again on', class: 'open' }),
  },
})

/** Health: its own class, its own access list, never in a figure, a list or an export. */
export const health = recordType({
  id: 'health',
  label: 'Health note',
  plural: 'Health notes',
  empty: 'Only what is needed for care, and only with consent.',
  under: 'case',
  on: 'notedOn',
  place: 8,
  fields: {
    notedOn: date({ label: 'Date', class: 'health', covers: ['V36'] }),
    needs: codes('health_need', { label: 'Health needs', class: 'health', covers: ['V36'] }),
    details: longText({ label: 'Details', class: 'health', covers: ['V36'] }),
  },
})
