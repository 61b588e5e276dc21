import type { SurveyForm, SurveyQuestion } from '#forms/survey/definition.ts'

const asks =
  /\b(?:(?:first|second|third|last|family|given|middle|full|maiden|father'?s|mother'?s)[ _-]?names?|surname|salutation|nickname|(?:date|day)[ _-]?of[ _-]?birth|birth[ _-]?(?:date|day)|e-?mail|(?:home|mobile|cell|tele)?[ _-]?phone|passport|(?:id|document|case)[ _-]?(?:no|number)|street|address|zip|postal[ _-]?code|signature)\b/i
const named =
  /(?:first|second|last|family|middle|full)_?name|salutation|birth_?date|e_?mail|phone|passport|street|postal|signature/i

/** Questions that seem to ask who somebody is, which a questionnaire without names must not. A guess by words, for a person to judge. */
export function identifyingQuestions({ questions }: SurveyForm): string[] {
  return questions.filter(question => isIdentifying(question)).map(({ name }) => name)
}

function isIdentifying({ name, kind, label }: SurveyQuestion): boolean {
  if (kind !== 'text' && kind !== 'date' && kind !== 'integer') return false
  return named.test(name) || Object.values(label).some(text => asks.test(text))
}
