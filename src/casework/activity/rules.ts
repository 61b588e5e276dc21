import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { RuleSet, Situation } from '../rule-set.ts'
import { accumulationOf, foreignFields, unitOf } from './output.ts'
import { surveyFormProblems, surveyResponseProblems } from './questionnaire.ts'
import { surveyProblems, surveyResultProblems } from './survey.ts'
import { pointsToSomebody } from './text-guard.ts'

/** What offices do beside cases, and its numbers: complete, of one unit, of a stated time, and about nobody in particular. */
export const activityRules: RuleSet = {
  problems: [
    'activity_incomplete',
    'text_points_to_somebody',
    'activity_unknown',
    'number_incomplete',
    'number_needs_accumulation',
    'number_needs_period',
    'number_needs_first_day',
    'number_one_day',
    'number_not_of_unit',
    'survey_incomplete',
    'survey_unknown',
    'survey_more_than_asked',
    'survey_more_than_respondents',
    'survey_form_wrong',
    'survey_form_fixed',
    'survey_form_unknown',
    'survey_answers_wrong',
    'survey_points_to_somebody',
    'survey_response_fixed',
    'coverage_incomplete',
    'statistic_needs_source',
  ],
  planned: ['activity.from', 'activity.to', 'survey.from', 'survey.to'],
  pairs: { activity: [['from', 'to']], activity_number: [['from', 'to']], survey: [['from', 'to']] },
  check: {
    activity: s => [...missing(s, ['pillar', 'title', 'countries', 'from'], 'activity_incomplete'), ...textProblems(s)],
    activity_number: numberProblems,
    survey: s => [...surveyProblems(s), ...textProblems(s)],
    survey_form: surveyFormProblems,
    survey_response: surveyResponseProblems,
    survey_result: s => [...surveyResultProblems(s), ...textProblems(s)],
    coverage_statement: s => missing(s, ['year', 'coverage', 'statedOn'], 'coverage_incomplete'),
    external_statistic: s => missing(s, ['title', 'value', 'unit', 'year', 'citation'], 'statistic_needs_source'),
  },
  looksAround: ['activity_number', 'survey_result', 'survey_response'],
}

function missing({ content }: Situation, fields: readonly string[], code: string): Problem[] {
  return fields.filter(field => !isAnswered(content[field])).map(field => ({ code, field }))
}

/** Sealed text is judged in the change that brings it, as everywhere. */
function textProblems({ d, change }: Situation): Problem[] {
  const fields = d.recordTypes.get(change.type)?.fields ?? {}
  return Object.entries(change.set)
    .filter(([name, value]) => isText(fields[name]?.kind) && pointsToSomebody(plainText(value)))
    .map(([field]) => ({ code: 'text_points_to_somebody', field }))
}

const isText = (kind: string | undefined): boolean => kind === 'text' || kind === 'long_text'

function numberProblems(s: Situation): Problem[] {
  const { content, around, actor } = s
  const found = missing(s, ['activity', 'measure', 'number'], 'number_incomplete')
  // The register itself writes both at once.
  const named = isAnswered(content.activity) && actor.machine !== true
  if (named && around.record(plainText(content.activity))?.type !== 'activity')
    found.push({ code: 'activity_unknown', field: 'activity' })
  return [...found, ...timeProblems(s), ...breakdownProblems(s)]
}

/** A number without its time says nothing: “9,500 so far” and “9,500 in May” are two figures. */
function timeProblems({ content }: Situation): Problem[] {
  const accumulation = accumulationOf(content)
  if (accumulation === null) return [{ code: 'number_needs_accumulation', field: 'accumulation' }]
  const found: Problem[] = isAnswered(content.to) ? [] : [{ code: 'number_needs_period', field: 'to' }]
  if (accumulation === 'since' && !isAnswered(content.from))
    found.push({ code: 'number_needs_first_day', field: 'from' })
  if ((accumulation === 'as_of' || accumulation === 'to_date') && isAnswered(content.from))
    found.push({ code: 'number_one_day', field: 'from' })
  return found
}

function breakdownProblems({ d, content }: Situation): Problem[] {
  const unit = unitOf(d, content.measure)
  if (unit === null) return []
  return foreignFields(unit)
    .filter(field => isAnswered(content[field]))
    .map(field => ({ code: 'number_not_of_unit', field }))
}
