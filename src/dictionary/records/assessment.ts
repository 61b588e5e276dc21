import { code, codes, date, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** What is done about a risk: by whom, by when, and how much risk is left; signed off by somebody who may approve. */
const mitigation = recordType({
  id: 'mitigation',
  label: 'Measure against a risk',
  plural: 'Measures against risks',
  empty: 'For each risk what is done about it, by whom and by when, and what is left of it.',
  under: 'case',
  on: 'dueOn',
  headline: 'state',
  place: 7,
  list: { state: 'state', ended: ['signed_off', 'dropped'], on: 'dueOn', who: 'owner' },
  fields: {
    risk: reference('risk', { label: 'Which risk', class: 'open' }),
    measure: longText({ label: 'Measure', class: 'narrative' }),
    owner: reference('user', { label: 'Who sees to it', class: 'open' }),
    dueOn: date({ label: 'By', class: 'open' }),
    state: code('mitigation_state', { label: 'State', class: 'open' }),
    doneOn: date({ label: 'Done on', class: 'open' }),
    residual: code('risk_level', { label: 'Risk that is left', class: 'open' }),
    signedOffOn: date({ label: 'Signed off on', class: 'open' }),
  },
})

/** What the family was found to be: involved, interested, able. Made where the family lives. */
const familyAssessment = recordType({
  id: 'family_assessment',
  label: 'Family assessment',
  plural: 'Family assessments',
  empty: 'Before a child goes back to a family: were they involved, do they want the child, can they care?',
  under: 'case',
  on: 'assessedOn',
  headline: 'involvement',
  place: 21,
  fields: {
    assessedOn: date({ label: 'Assessed on', class: 'open' }),
    country: code('country', { label: 'Country', class: 'open' }),
    involvement: code('involvement', { label: 'Involved in the exploitation?', class: 'open' }),
    interest: code('yes_no', { label: 'Does the family want the person back?', class: 'open' }),
    means: code('yes_no', { label: 'Can the family care for the person?', class: 'open' }),
    findings: longText({ label: 'Findings', class: 'narrative' }),
    assessor: text({ label: 'Who assessed', class: 'narrative' }),
  },
})

/** Best interests of a child: an assessment by us, or a determination by a competent authority. */
const bestInterest = recordType({
  id: 'best_interest',
  label: 'Best interests of the child',
  plural: 'Best interests of the child',
  empty: 'What is best for this child: the options, the child’s own views, and who decided.',
  under: 'case',
  on: 'decidedOn',
  headline: 'kind',
  place: 22,
  fields: {
    kind: code('best_interest_kind', { label: 'Kind', class: 'open' }),
    decidedOn: date({ label: 'Date', class: 'open' }),
    authority: code('child_authority', { label: 'Decided by', class: 'open' }),
    authorityName: text({ label: 'Name of the authority', class: 'narrative' }),
    options: codes('solution', { label: 'Options considered', class: 'open' }),
    option: code('solution', { label: 'Option found best', class: 'open' }),
    childAgrees: code('yes_no', { label: 'Does the child agree?', class: 'open' }),
    views: longText({ label: 'Views of the child', class: 'narrative' }),
    reasons: longText({ label: 'Reasons', class: 'narrative' }),
    reviewOn: date({ label: 'Look at it again on', class: 'open' }),
  },
})

/** Dated readings of needs, vulnerability, family, skills and best interests. */
export const assessmentRecords: readonly RecordType[] = [mitigation, familyAssessment, bestInterest]
