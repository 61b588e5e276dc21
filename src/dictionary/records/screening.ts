import { code, date, integer, longText, marks, reference, text } from '../field.ts'
import { recordType } from '../record-type.ts'

/** One consent for one purpose: the seven questions of the standard, who was present, in which language; withdrawable. */
export const consent = recordType({
  id: 'consent',
  label: 'Consent',
  plural: 'Consents',
  empty: 'Ask for consent first, one purpose at a time. Saying no to one never costs the person any help.',
  under: 'case',
  on: 'givenOn',
  headline: 'purpose',
  place: 1,
  fields: {
    purpose: code('consent_purpose', { label: 'Purpose', class: 'open', covers: ['V43'] }),
    decision: code('consent_decision', { label: 'Decision', class: 'open', htcds: 'con_Consent', covers: ['V43'] }),
    givenOn: date({ label: 'Date', class: 'open' }),
    agreesToInterview: code('yes_no', {
      label: 'Does the person agree to the interview?',
      class: 'open',
      section: 'seven',
    }),
    informedOfPurpose: code('yes_no', { label: 'Was the purpose explained?', class: 'open', section: 'seven' }),
    informedOfUse: code('yes_no', {
      label: 'Was it explained how the information is and may be used?',
      class: 'open',
      section: 'seven',
    }),
    informedOfResearch: code('yes_no', {
      label: 'Was the use of information without names for research explained?',
      class: 'open',
      section: 'seven',
    }),
    informedOfAccess: code('yes_no', {
      label: 'Was the right to ask for one’s own information at any time explained?',
      class: 'open',
      section: 'seven',
    }),
    informedOfRetention: code('yes_no', {
      label: 'Was it explained how long the information is kept?',
      class: 'open',
      section: 'seven',
    }),
    informedOfWithdrawal: code('yes_no', {
      label: 'Was it explained how to withdraw consent?',
      class: 'open',
      section: 'seven',
    }),
    language: code('language', { label: 'Language', class: 'open', section: 'setting' }),
    interpreter: code('yes_no', { label: 'Was there an interpreter?', class: 'open', section: 'setting' }),
    present: longText({ label: 'Who else was present', class: 'narrative', section: 'setting' }),
    form: code('consent_form', { label: 'How it was given', class: 'open', section: 'setting' }),
    guardianConsent: code('consent_decision', {
      label: 'Guardian’s consent (for a child)',
      class: 'open',
      section: 'child',
    }),
    childAssent: code('consent_decision', { label: 'Child’s own assent', class: 'open', section: 'child' }),
    recipientKind: code('recipient_kind', {
      label: 'Kind of recipient (for sharing)',
      class: 'open',
      section: 'setting',
    }),
    recipientOrganisation: reference('provider', {
      label: 'Which organisation (for sharing)',
      class: 'open',
      section: 'setting',
    }),
    recipient: text({ label: 'Named recipient (for sharing)', class: 'narrative', section: 'setting' }),
    withdrawnOn: date({ label: 'Withdrawn on', class: 'open', section: 'withdrawal' }),
  },
})

/** An interview in several sittings: act, means, purpose, and the indicator list used with its version. */
export const screening = recordType({
  id: 'screening',
  label: 'Screening interview',
  plural: 'Screening interviews',
  empty: 'Begin a conversation. It may take several sittings, and every question can be skipped.',
  under: 'case',
  on: 'startedOn',
  headline: 'state',
  place: 2,
  fields: {
    state: code('screening_state', { label: 'State', class: 'open' }),
    startedOn: date({ label: 'First sitting', class: 'open' }),
    lastSittingOn: date({ label: 'Last sitting', class: 'open' }),
    sittings: integer({ label: 'Sittings', class: 'open', min: 0, max: 999 }),
    questionnaire: text({ label: 'Questionnaire', class: 'open' }),
    questionnaireVersion: text({ label: 'Questionnaire version', class: 'open' }),
    act: marks('act', { label: 'Act', class: 'open', section: 'act', dimension: 'act', covers: ['V29'] }),
    means: marks('means', { label: 'Means of control', class: 'open', section: 'means', covers: ['V19'] }),
    purpose: marks('exploitation', {
      label: 'Purpose: exploitation, done or intended',
      class: 'open',
      section: 'purpose',
      covers: ['V20'],
    }),
    indicators: marks('indicator', { label: 'Indicators', class: 'open', section: 'indicators' }),
    accountOfAct: longText({ label: 'How it began, in the person’s words', class: 'narrative', section: 'act' }),
    accountOfMeans: longText({
      label: 'How the person was controlled, in the person’s words',
      class: 'narrative',
      section: 'means',
    }),
    accountOfPurpose: longText({
      label: 'What happened there, in the person’s words',
      class: 'narrative',
      section: 'purpose',
    }),
    gaps: longText({ label: 'What is still unclear', class: 'narrative' }),
    safeToSpeak: code('yes_no', { label: 'Is it safe to speak here and now?', class: 'open' }),
  },
})

/** The human conclusion, apart from the computed reading: who decided, when, why. A series; the latest is in force. */
export const determination = recordType({
  id: 'determination',
  label: 'Determination',
  plural: 'Determinations',
  empty: 'When enough is known, somebody concludes and says why. The computed reading never decides.',
  under: 'case',
  on: 'decidedOn',
  headline: 'conclusion',
  place: 3,
  fields: {
    conclusion: code('determination', {
      label: 'Conclusion',
      class: 'open',
      htcds: 'vic_TraffickingStatus',
      covers: ['V29'],
    }),
    decidedOn: date({ label: 'Decided on', class: 'open' }),
    decidedBy: code('decider', {
      label: 'Decided by (kind of organisation)',
      class: 'open',
      dimension: 'decider',
      htcds: 'vic_TraffickingStatusDecisionMakingOrg',
      covers: ['V29'],
    }),
    decider: text({ label: 'Name or function of the decider', class: 'narrative' }),
    reason: longText({ label: 'Reason', class: 'narrative' }),
    reading: code('reading', { label: 'Computed reading at that time', class: 'open', fixed: true }),
  },
})
