import type { SurveyAnswer, SurveyAnswers, SurveyChoice, SurveyForm, SurveyQuestion } from './definition.ts'
import { evaluate, isTrue, type Scope, textOf } from './evaluate.ts'
import { type Expression, parseExpression } from './expression.ts'

export type SurveyProblemCode =
  | 'survey_answer_missing'
  | 'survey_answer_out_of_bounds'
  | 'survey_answer_not_of_kind'
  | 'survey_answer_not_asked'

export interface SurveyProblem {
  readonly code: SurveyProblemCode
  readonly question: string
}

/** What a form says to some answers: which questions are asked now, and what they may be answered with. */
export interface SurveyState {
  readonly asked: ReadonlySet<string>
  /** Groups of which something is shown. */
  readonly open: ReadonlySet<string>
  /** The answers that count: those to questions that are asked, and those that the form works out. */
  readonly answers: SurveyAnswers
  readonly problems: readonly SurveyProblem[]
  required(question: string): boolean
  choices(question: string): readonly SurveyChoice[]
}

/** One list for all questions without choices, so that a field can tell that nothing changed. */
const noChoices: readonly SurveyChoice[] = []
const parsed = new Map<string, Expression>()

/** Forms have the same few expressions over and over; each is read once. */
function expression(source: string): Expression {
  const before = parsed.get(source)
  if (before) return before
  const read = parseExpression(source)
  if (parsed.size > 5_000) parsed.clear()
  parsed.set(source, read)
  return read
}

/**
 * A question is asked when its own condition and those of its groups hold over the answers of questions that are asked themselves: an answer
 * left behind on a closed branch opens nothing. Questions are gone through in the order of the form until nothing changes any more, since a form
 * may work out a number behind the question that needs it.
 */
export function surveyState(form: SurveyForm, given: SurveyAnswers, now: { today: string }): SurveyState {
  const groups = new Map(form.groups.map(group => [group.name, group]))
  let asked = new Set<string>()
  let open = new Set<string>()
  let answers: Record<string, SurveyAnswer> = {}
  const scopeOf = (self?: SurveyAnswer): Scope => ({ ...now, self, answer: name => answers[name] })
  const isOpen = (name: string | null): boolean => {
    if (name === null) return true
    const group = groups.get(name)
    if (group === undefined || !isOpen(group.group)) return false
    return group.relevant === undefined || isTrue(expression(group.relevant), scopeOf())
  }
  for (let round = 0; round < 5; round++) {
    const before = JSON.stringify(answers)
    asked = new Set()
    open = new Set()
    for (const question of form.questions) {
      delete answers[question.name]
      if (!isOpen(question.group)) continue
      if (question.relevant !== undefined && !isTrue(expression(question.relevant), scopeOf())) continue
      if (question.kind === 'calculate') {
        const value = evaluate(expression(question.calculation ?? "''"), scopeOf())
        const worked = typeof value === 'number' && !Number.isNaN(value) ? value : textOf(value)
        if (worked !== '') answers[question.name] = worked
        continue
      }
      asked.add(question.name)
      for (let name = question.group; name !== null; name = groups.get(name)?.group ?? null) open.add(name)
      const answer = given[question.name]
      if (answer !== undefined && question.kind !== 'note') answers[question.name] = answer
    }
    if (JSON.stringify(answers) === before) break
  }
  answers = { ...answers }
  const questions = new Map(form.questions.map(each => [each.name, each]))
  const required = (name: string): boolean => {
    const source = questions.get(name)?.required
    return source !== undefined && asked.has(name) && isTrue(expression(source), scopeOf())
  }
  const choices = (name: string): readonly SurveyChoice[] => {
    const question = questions.get(name)
    const list = form.lists[question?.list ?? ''] ?? noChoices
    const filter = question?.choiceFilter
    if (filter === undefined) return list
    return list.filter(choice =>
      isTrue(expression(filter), {
        ...scopeOf(),
        column: column => (column === 'name' ? choice.name : (choice.columns?.[column] ?? '')),
      }),
    )
  }
  const problems = [...asked].flatMap((name): SurveyProblem[] => {
    const question = questions.get(name) as SurveyQuestion
    const answer = answers[name]
    if (answer === undefined)
      return question.kind !== 'note' && required(name) ? [{ code: 'survey_answer_missing', question: name }] : []
    if (!isOfKind(question, answer, choices(name))) return [{ code: 'survey_answer_not_of_kind', question: name }]
    const holds = question.constraint === undefined || isTrue(expression(question.constraint), scopeOf(answer))
    return holds ? [] : [{ code: 'survey_answer_out_of_bounds', question: name }]
  })
  const foreign = Object.keys(given)
    .filter(name => answers[name] === undefined)
    .map((question): SurveyProblem => ({ code: 'survey_answer_not_asked', question }))
  return { asked, open, answers, problems: [...problems, ...foreign], required, choices }
}

function isOfKind({ kind }: SurveyQuestion, answer: SurveyAnswer, choices: readonly SurveyChoice[]): boolean {
  switch (kind) {
    case 'integer':
      return typeof answer === 'number' && Number.isSafeInteger(answer)
    case 'decimal':
      return typeof answer === 'number' && Number.isFinite(answer)
    case 'one':
      return choices.some(choice => choice.name === answer)
    case 'many':
      return (
        typeof answer === 'object' &&
        new Set(answer).size === answer.length &&
        answer.every(each => choices.some(choice => choice.name === each))
      )
    case 'date':
      return typeof answer === 'string' && isDay(answer)
    case 'time':
      return typeof answer === 'string' && /^([01]\d|2[0-3]):[0-5]\d$/.test(answer)
    case 'acknowledge':
      return answer === 'OK'
    case 'text':
      return typeof answer === 'string'
    case 'calculate':
      return typeof answer !== 'object'
    case 'note':
      return false
    default:
      return kind satisfies never
  }
}

const isDay = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text)) && new Date(text).toISOString().startsWith(text)
