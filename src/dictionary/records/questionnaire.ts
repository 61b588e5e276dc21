import { date, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

/** What enumerators ask, as data: read from an XLSForm, and never changed, so that each answer keeps the wording it was given to. */
const surveyForm = recordType({
  id: 'survey_form',
  label: 'Questions of a survey',
  plural: 'Questions of surveys',
  empty: 'Load an XLSForm: its questions can then be filled in, also without a network.',
  under: 'office',
  ownPage: true,
  on: 'loadedOn',
  headline: 'title',
  list: { on: 'loadedOn', at: 'survey' },
  fields: {
    survey: reference('survey', { label: 'Survey', class: 'open' }),
    title: text({ label: 'Title of the form', class: 'open' }),
    version: text({ label: 'Version of the form', class: 'open', length: 80 }),
    loadedOn: date({ label: 'Loaded on', class: 'open' }),
    form: longText({ label: 'Questions', class: 'open', length: 200_000 }),
  },
})

/** One filled-in questionnaire. It names nobody; its answers are sealed all the same. */
const surveyResponse = recordType({
  id: 'survey_response',
  label: 'Questionnaire',
  plural: 'Questionnaires',
  empty: 'Filled-in questionnaires, without names.',
  under: 'office',
  ownPage: true,
  on: 'on',
  list: { on: 'on', at: 'survey' },
  fields: {
    survey: reference('survey', { label: 'Survey', class: 'open' }),
    form: reference('survey_form', { label: 'Questions', class: 'open' }),
    on: date({ label: 'Day', class: 'open' }),
    answers: longText({ label: 'Answers', class: 'narrative', length: 20_000 }),
  },
})

export const questionnaireRecords: readonly RecordType[] = [surveyForm, surveyResponse]
