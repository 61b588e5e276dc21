import { code, codes, date, integer, longText, reference, text } from '../field.ts'
import { type RecordType, recordType } from '../record-type.ts'

const many = 1_000_000_000

/** What an office does beside cases, under one of six pillars. Its numbers are records of their own, one unit each. */
const activity = recordType({
  id: 'activity',
  label: 'Activity',
  plural: 'Activities',
  empty: 'Meetings, trainings, campaigns, research: what the situation report tells of. Record one, then its numbers.',
  under: 'office',
  on: 'from',
  headline: 'title',
  list: { state: 'state', ended: ['done', 'cancelled'], on: 'from', kind: 'pillar' },
  fields: {
    pillar: code('activity_pillar', { label: 'Pillar', class: 'open', dimension: 'pillar', section: 'activity' }),
    kind: code('activity_kind', { label: 'Kind', class: 'open', dimension: 'activity_kind', section: 'activity' }),
    title: text({
      label: 'Title',
      help: 'What it is called. No name of a person we assist.',
      class: 'open',
      section: 'activity',
    }),
    countries: codes('country', {
      label: 'Countries of the activity',
      class: 'open',
      dimension: 'activity_country',
      section: 'activity',
    }),
    state: code('activity_state', { label: 'State', class: 'open', section: 'activity' }),
    from: date({ label: 'From', help: 'A month is enough where no day is known.', class: 'open', section: 'activity' }),
    to: date({ label: 'Until', help: 'Empty: one day, or it goes on.', class: 'open', section: 'activity' }),
    place: text({ label: 'Town or venue', class: 'open', section: 'activity' }),
    partners: text({ label: 'With', help: 'Organisations.', class: 'open', length: 500, section: 'activity' }),
    languages: codes('language', { label: 'Languages', class: 'open', section: 'activity' }),
    project: reference('project', { label: 'Project', class: 'open', section: 'activity' }),
    text: longText({
      label: 'For the report',
      help: 'Two or three sentences, as they may be printed. No names, numbers of cases, telephone numbers or addresses.',
      class: 'narrative',
      length: 2_000,
      section: 'activity',
    }),
    ourPart: code('coordination_role', { label: 'Our part', class: 'open', section: 'coordination' }),
    coChair: text({ label: 'Chaired with', class: 'open', section: 'coordination' }),
    frequency: code('meeting_frequency', { label: 'Meets', class: 'open', section: 'coordination' }),
    members: integer({ label: 'Member organisations', class: 'open', section: 'coordination', min: 1, max: 10_000 }),
  },
})

/**
 * One number of an activity: one measure, and through it one unit. A breakdown by sex or category is one number a cell, so
 * that parts and whole can never disagree. How it is counted over time is always said.
 */
const activityNumber = recordType({
  id: 'activity_number',
  label: 'Number',
  plural: 'Numbers of activities',
  empty: 'How many, of what, over which time. Men and women are two numbers.',
  under: 'office',
  on: 'to',
  headline: 'measure',
  list: { on: 'to', kind: 'measure', at: 'activity' },
  fields: {
    activity: reference('activity', { label: 'Activity', class: 'open' }),
    measure: code('output_measure', { label: 'What is counted', class: 'open', dimension: 'output' }),
    number: integer({ label: 'How many', class: 'open', min: 0, max: many }),
    qualifier: code('number_qualifier', { label: 'How exact', class: 'open' }),
    accumulation: code('accumulation', { label: 'Counted', class: 'open', dimension: 'accumulation' }),
    from: date({ label: 'First day', help: 'Of a period, or the day since when it is counted.', class: 'open' }),
    to: date({
      label: 'Last day',
      help: 'Of the period, or the day up to which it is counted. A month is enough for a whole month.',
      class: 'open',
    }),
    sex: code('sex', { label: 'Sex', help: 'Only of persons and participants.', class: 'open' }),
    category: code('category', { label: 'Category', help: 'Only of persons.', class: 'open' }),
    participants: code('participant_type', { label: 'Who took part', class: 'open', dimension: 'participant_type' }),
    material: code('material_kind', { label: 'Material', class: 'open', dimension: 'material' }),
  },
})

/** A survey whose questionnaires carry nobody's name: what is kept are counts of answers. */
const survey = recordType({
  id: 'survey',
  label: 'Survey',
  plural: 'Surveys',
  empty: 'Surveys without names: who was asked, how many, and how many gave which answer.',
  under: 'office',
  on: 'from',
  headline: 'title',
  list: { on: 'from', kind: 'method' },
  fields: {
    title: text({ label: 'Title', class: 'open' }),
    countries: codes('country', { label: 'Countries', class: 'open' }),
    method: code('survey_method', { label: 'How', class: 'open' }),
    population: text({ label: 'Who was asked', class: 'open' }),
    from: date({ label: 'From', class: 'open' }),
    to: date({ label: 'Until', class: 'open' }),
    respondents: integer({ label: 'Persons who answered', class: 'open', min: 1, max: many }),
    sampling: text({ label: 'How they were chosen', class: 'open', length: 500 }),
    text: longText({ label: 'For the report', class: 'narrative', length: 2_000 }),
  },
})

const surveyResult = recordType({
  id: 'survey_result',
  label: 'Answer of a survey',
  plural: 'Answers of surveys',
  empty: 'One line an answer: how many gave it, of how many who were asked.',
  under: 'office',
  headline: 'question',
  list: { at: 'survey' },
  fields: {
    survey: reference('survey', { label: 'Survey', class: 'open' }),
    question: text({ label: 'Question', class: 'open', length: 500 }),
    answer: text({ label: 'Answer', class: 'open' }),
    count: integer({ label: 'Gave this answer', class: 'open', min: 0, max: many }),
    of: integer({ label: 'Were asked this question', class: 'open', min: 1, max: many }),
    proxy: code('yes_no', {
      label: 'A sign of exploitation',
      help: 'This answer is one of the signs of which one is enough (“at least one yes”).',
      class: 'open',
    }),
  },
})

/** How a mission reported a year, as the mission itself says it. Figures take it before what they would infer. */
const coverageStatement = recordType({
  id: 'coverage_statement',
  label: 'Statement of coverage',
  plural: 'Statements of coverage',
  empty:
    'Say for each year how your office reported. A mission that reports fully and has no case is a zero, not a gap.',
  under: 'office',
  on: 'statedOn',
  headline: 'coverage',
  list: { on: 'statedOn', kind: 'coverage' },
  fields: {
    year: integer({ label: 'Year', class: 'open', min: 1990, max: 2200 }),
    coverage: code('coverage_level', { label: 'Reported', class: 'open' }),
    statedOn: date({ label: 'Stated on', class: 'open' }),
  },
})

/** A number from elsewhere. It is text on purpose: it can be cited, and nothing can be computed with it. */
const externalStatistic = recordType({
  id: 'external_statistic',
  label: 'Number from outside',
  plural: 'Numbers from outside',
  empty:
    'Estimates and statistics of others, with their source. They are quoted word for word and never computed with.',
  under: 'office',
  on: 'year',
  headline: 'title',
  common: true,
  list: { on: 'year' },
  fields: {
    title: text({ label: 'What it says', class: 'open' }),
    value: text({ label: 'Value', help: 'As it is printed: “9 million”.', class: 'open', length: 80 }),
    unit: text({ label: 'Unit', class: 'open', length: 80 }),
    year: date({ label: 'Of the year', class: 'open' }),
    citation: text({ label: 'Source', help: 'Author, title, year, page.', class: 'open', length: 500 }),
    link: text({ label: 'Address on the web', class: 'open', length: 500 }),
  },
})

/** What offices do beside cases, and what is known from surveys and from outside. */
export const activityRecords: readonly RecordType[] = [
  activity,
  activityNumber,
  survey,
  surveyResult,
  coverageStatement,
  externalStatistic,
]
