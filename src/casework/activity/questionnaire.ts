import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { surveyState } from '#forms/survey/behave.ts'
import { parseSurveyForm, SurveyAnswers, type SurveyForm } from '#forms/survey/definition.ts'
import type { Situation } from '../rule-set.ts'
import { pointsToSomebody } from './text-guard.ts'

/** Questions of a survey and filled-in questionnaires. Both are written once: an answer keeps the question it was given to. */

export function surveyFormProblems({ content, change, record }: Situation): Problem[] {
  if (record !== null && 'form' in change.set) return [{ code: 'survey_form_fixed', field: 'form' }]
  const lacking = ['survey', 'title', 'form'].filter(field => !isAnswered(content[field]))
  if (lacking.length > 0) return lacking.map(field => ({ code: 'survey_incomplete', field }))
  return formOf(plainText(content.form)) === null ? [{ code: 'survey_form_wrong', field: 'form' }] : []
}

export function surveyResponseProblems({ content, change, record, around, today }: Situation): Problem[] {
  if (record !== null) return [{ code: 'survey_response_fixed', field: 'answers' }]
  const lacking = ['survey', 'form', 'on'].filter(field => !isAnswered(content[field]))
  if (lacking.length > 0) return lacking.map(field => ({ code: 'survey_incomplete', field }))
  const kept = around.record(plainText(content.form))
  const form =
    kept?.type === 'survey_form' && kept.content.survey === content.survey ? formOf(plainText(kept.content.form)) : null
  if (form === null) return [{ code: 'survey_form_unknown', field: 'form' }]
  const answers = answersOf(plainText(change.set['answers']))
  if (answers === null) return [{ code: 'survey_answers_wrong', field: 'answers' }]
  return surveyAnswerProblems(form, answers, today)
}

/** Why a filled-in questionnaire cannot be kept: what its form says, and words that lead to somebody. */
export function surveyAnswerProblems(form: SurveyForm, answers: SurveyAnswers, today: string): Problem[] {
  const { problems } = surveyState(form, answers, { today })
  const leading = form.questions.some(
    ({ name, kind }) => kind === 'text' && pointsToSomebody(String(answers[name] ?? '')),
  )
  return [
    ...(problems.length > 0 ? [{ code: 'survey_answers_wrong', field: 'answers' }] : []),
    ...(leading ? [{ code: 'survey_points_to_somebody', field: 'answers' }] : []),
  ]
}

/** A form as it is kept; null when it is none. */
export function formOf(text: string): SurveyForm | null {
  try {
    return parseSurveyForm(text)
  } catch {
    return null
  }
}

/** Answers as they are kept; null when they are none. */
export function answersOf(text: string): SurveyAnswers | null {
  try {
    const read = SurveyAnswers.safeParse(JSON.parse(text))
    return read.success ? read.data : null
  } catch {
    return null
  }
}
