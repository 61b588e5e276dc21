import { z } from 'zod'

/** A questionnaire without names, as data: what an XLSForm says, read once and kept as it was read. */

/** Language as the form names it ('' where it names none) -> words. */
const Words = z.record(z.string().max(80), z.string().max(2_000))
export type Words = z.output<typeof Words>

const Name = z.string().regex(/^[A-Za-z_][A-Za-z0-9_.-]{0,79}$/)
/** An XPath expression of the kind XLSForm allows; `parseExpression` has read it before it is kept. */
const Expression = z.string().max(1_000)

export const surveyKinds = [
  'text',
  'integer',
  'decimal',
  'date',
  'time',
  'one', // one choice of `list`
  'many', // several choices of `list`
  'acknowledge',
  'note', // words to read; no answer
  'calculate', // an answer that the form works out
] as const
export type SurveyKind = (typeof surveyKinds)[number]

const Question = z.strictObject({
  name: Name,
  kind: z.enum(surveyKinds),
  /** Name of the innermost group; null outside of all. */
  group: Name.nullable(),
  label: Words,
  hint: Words.optional(),
  list: z.string().max(80).optional(),
  /** 'true' or an expression. */
  required: Expression.optional(),
  relevant: Expression.optional(),
  constraint: Expression.optional(),
  message: Words.optional(),
  calculation: Expression.optional(),
  choiceFilter: Expression.optional(),
})
export type SurveyQuestion = z.output<typeof Question>

const Group = z.strictObject({
  name: Name,
  group: Name.nullable(),
  label: Words,
  relevant: Expression.optional(),
})
export type SurveyGroup = z.output<typeof Group>

const Choice = z.strictObject({
  name: z.string().min(1).max(120),
  label: Words,
  /** Further columns of the sheet, for choice filters. */
  columns: z.record(z.string().max(80), z.string().max(200)).optional(),
})
export type SurveyChoice = z.output<typeof Choice>

export const SurveyForm = z.strictObject({
  format: z.literal('waymark.survey.1'),
  title: z.string().max(200),
  version: z.string().max(80),
  /** The first is shown until another is chosen. */
  languages: z.array(z.string().max(80)).min(1).max(40),
  groups: z.array(Group).max(500),
  questions: z.array(Question).min(1).max(1_000),
  lists: z.record(z.string().max(80), z.array(Choice).max(2_000)),
})
export type SurveyForm = z.output<typeof SurveyForm>

/** Reads a form as it was kept. @throws ZodError or SyntaxError: whoever wrote it was not our reader. */
export const parseSurveyForm = (text: string): SurveyForm => SurveyForm.parse(JSON.parse(text))

/** Question -> what was answered; several choices as a list. A question that is not a key was not answered. */
export type SurveyAnswer = string | number | readonly string[]
export type SurveyAnswers = Readonly<Record<string, SurveyAnswer>>

export const SurveyAnswers = z.record(
  Name,
  z.union([z.string().min(1).max(2_000), z.number(), z.array(z.string().min(1).max(120)).min(1).max(500)]),
)

/** Words in a language, else in the form's first one, else in any. */
export function inLanguage(words: Words, language: string, form: Pick<SurveyForm, 'languages'>): string {
  return words[language] ?? words[form.languages[0] ?? ''] ?? Object.values(words)[0] ?? ''
}
