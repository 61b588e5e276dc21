import { factorField, factorList, vulnerabilityLevels } from '../data/vulnerability.ts'
import { code, codes, date, type Field, longText, reference, text } from '../field.ts'
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

/** Somebody doubts an age. Until it is decided, and whenever it cannot be, the person is treated as a child. */
const ageDispute = recordType({
  id: 'age_dispute',
  label: 'Doubt about the age',
  plural: 'Doubts about the age',
  empty: 'When anybody doubts the age, write it down. Until somebody decides, the person is treated as a child.',
  under: 'case',
  on: 'raisedOn',
  headline: 'state',
  place: 3.2,
  list: { state: 'state', ended: ['decided'], on: 'raisedOn', kind: 'raisedBy' },
  fields: {
    raisedOn: date({ label: 'Since', class: 'open' }),
    raisedBy: code('age_doubter', { label: 'Who doubts it', class: 'open' }),
    claim: code('age_group', { label: 'What they say the person is', class: 'open' }),
    evidence: longText({ label: 'What speaks for it and what against it', class: 'narrative' }),
    method: codes('age_method', { label: 'On what it was looked at', class: 'open' }),
    state: code('age_dispute_state', { label: 'State', class: 'open', section: 'decision' }),
    decision: code('age_group', {
      label: 'Decision',
      help: 'Where it cannot be told, choose Unknown: the person stays a child for us.',
      class: 'open',
      section: 'decision',
    }),
    decidedBy: code('child_authority', { label: 'Decided by', class: 'open', section: 'decision' }),
    decidedOn: date({ label: 'Decided on', class: 'open', section: 'decision' }),
    reason: longText({ label: 'Why', class: 'narrative', section: 'decision' }),
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

/** What is needed, and what of it cannot wait. Asked again whenever something changes. */
const needs = recordType({
  id: 'needs_assessment',
  label: 'Assessment of needs',
  plural: 'Assessments of needs',
  empty: 'What does the person need, and what cannot wait? Ask again whenever something changes.',
  under: 'case',
  on: 'assessedOn',
  headline: 'urgent',
  place: 5,
  fields: {
    assessedOn: date({ label: 'Asked on', class: 'open' }),
    needs: codes('need', { label: 'What is needed', class: 'open' }),
    urgent: codes('need', { label: 'What of it cannot wait', class: 'open' }),
    wishes: longText({ label: 'What the person wants first, in their words', class: 'narrative' }),
    reviewOn: date({ label: 'Ask again on', class: 'open' }),
    version: text({ label: 'Version of the questions', class: 'open' }),
  },
})

const factors: Readonly<Record<string, Field>> = Object.fromEntries(
  vulnerabilityLevels.flatMap(({ id, label }) =>
    (['risk', 'protective'] as const).map(side => [
      factorField(side, id),
      codes(factorList(side, id), {
        label: `${label}: ${side === 'risk' ? 'what puts at risk' : 'what protects'}`,
        class: 'open',
        section: 'vulnerability',
      }),
    ]),
  ),
)

/** Risk and protective factors at the four levels of `data/vulnerability.ts`. */
const vulnerability: RecordType = recordType({
  id: 'vulnerability_assessment',
  label: 'Assessment of vulnerability',
  plural: 'Assessments of vulnerability',
  empty: 'What puts the person at risk, and what protects: in the person, the family, the community, the country.',
  under: 'case',
  on: 'assessedOn',
  headline: 'version',
  place: 6,
  fields: {
    assessedOn: date({ label: 'Assessed on', class: 'open', section: 'vulnerability' }),
    ...factors,
    note: longText({ label: 'Note', class: 'narrative', section: 'vulnerability' }),
    version: text({ label: 'Version of the list', class: 'open', section: 'vulnerability' }),
  },
})

const skills = recordType({
  id: 'skills_assessment',
  label: 'Assessment of skills',
  plural: 'Assessments of skills',
  empty: 'What the person can do and wants to do: the ground for training, work or a business.',
  under: 'case',
  on: 'assessedOn',
  headline: 'wants',
  place: 23,
  fields: {
    assessedOn: date({ label: 'Assessed on', class: 'open' }),
    schooling: code('education', { label: 'Schooling', class: 'open' }),
    literate: code('yes_no', { label: 'Reads and writes', class: 'open' }),
    workedIn: codes('sector', { label: 'Has worked in', class: 'open' }),
    can: codes('training_subject', { label: 'Knows a trade', class: 'open' }),
    wants: codes('livelihood', { label: 'Wants to live on', class: 'open' }),
    wantsToLearn: codes('training_subject', { label: 'Wants to learn', class: 'open' }),
    barriers: codes('work_barrier', { label: 'What stands in the way', class: 'open' }),
    note: longText({ label: 'Note', class: 'narrative' }),
    version: text({ label: 'Version of the questions', class: 'open' }),
  },
})

/** Dated readings of needs, vulnerability, family, skills and best interests. */
export const assessmentRecords: readonly RecordType[] = [
  needs,
  vulnerability,
  skills,
  mitigation,
  familyAssessment,
  ageDispute,
  bestInterest,
]
