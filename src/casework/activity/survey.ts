import type { Problem } from '#changes/change.ts'
import { type Content, isAnswered, type Mark, type Marks, plainText } from '#dictionary/answer.ts'
import type { Situation } from '../rule-set.ts'

/** Surveys without names: what is kept are counts, and what can be said from counts alone. Pure. */

export function surveyProblems({ content }: Situation): Problem[] {
  return ['title', 'countries', 'from', 'respondents']
    .filter(field => !isAnswered(content[field]))
    .map(field => ({ code: 'survey_incomplete', field }))
}

export function surveyResultProblems({ content, around, actor }: Situation): Problem[] {
  const found: Problem[] = ['survey', 'question', 'answer', 'count', 'of']
    .filter(field => !isAnswered(content[field]))
    .map(field => ({ code: 'survey_incomplete', field }))
  const survey = isAnswered(content.survey) ? around.record(plainText(content.survey)) : null
  const named = isAnswered(content.survey) && actor.machine !== true
  if (named && survey?.type !== 'survey') found.push({ code: 'survey_unknown', field: 'survey' })
  if (more(content.count, content.of)) found.push({ code: 'survey_more_than_asked', field: 'count' })
  if (more(content.of, survey?.content.respondents)) found.push({ code: 'survey_more_than_respondents', field: 'of' })
  return found
}

const more = (a: Content[string] | undefined, b: Content[string] | undefined): boolean =>
  typeof a === 'number' && typeof b === 'number' && a > b

export interface AtLeastOne {
  readonly yes: number
  readonly no: number
  /** Nobody said yes, but not every sign was answered: neither a yes nor a no. */
  readonly unknown: number
}

/**
 * The proxy rule of surveys on exploitation: whoever says yes to at least one sign counts. No needs a no to every sign; a
 * sign that was not answered leaves the questionnaire unknown unless another is a yes.
 */
export function atLeastOneYes(questionnaires: readonly Marks[], signs: readonly string[]): AtLeastOne {
  const counts = { yes: 0, no: 0, unknown: 0 }
  for (const marks of questionnaires) {
    const answers = signs.map((sign): Mark | undefined => marks[sign])
    if (answers.includes('yes')) counts.yes += 1
    else if (signs.length > 0 && answers.every(answer => answer === 'no')) counts.no += 1
    else counts.unknown += 1
  }
  return counts
}

/**
 * What counts of single signs say of “at least one yes” among `of` persons: at least the largest count, at most their sum.
 * Where the two are equal the number is known; else only questionnaires could tell. Null without signs.
 */
export function boundsOfAtLeastOne(
  signs: readonly { readonly count: number }[],
  of: number,
): { readonly least: number; readonly most: number } | null {
  if (signs.length === 0) return null
  const counts = signs.map(({ count }) => count)
  return {
    least: Math.max(...counts),
    most: Math.min(
      of,
      counts.reduce((sum, count) => sum + count, 0),
    ),
  }
}
