import { type Content, isAnswered, isReserved, type Value } from '#dictionary/answer.ts'
import { type ContentProblem, checkField } from '#dictionary/check.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Field } from '#dictionary/field.ts'
import type { Condition, Question, Questionnaire } from '#dictionary/questionnaire.ts'

/** Question id -> answer. Same values as in records: "did not say" is an answer, silence is not. */
export type Answers = Content

/**
 * Whether a condition holds. A missing or reserved answer is not a yes and not a no: `is`, `marked` and `answered` are
 * false for it, so `not` around them is true. Ask with care: `not is` also holds before the question was reached.
 */
export function evaluate(condition: Condition, answers: Answers): boolean {
  if ('is' in condition) return holds(answers[condition.is[0]], condition.is[1])
  if ('marked' in condition) return markedYes(answers[condition.marked[0]], condition.marked[1])
  if ('answered' in condition) return isAnswered(answers[condition.answered])
  if ('all' in condition) return condition.all.every(each => evaluate(each, answers))
  if ('any' in condition) return condition.any.some(each => evaluate(each, answers))
  return !evaluate(condition.not, answers)
}

/**
 * The questions to ask now, in order. A question is asked when its condition holds over the answers of questions that
 * are asked themselves: an answer left behind on a closed branch opens nothing.
 */
export function visibleQuestions(q: Questionnaire, answers: Answers): readonly Question[] {
  const seen: Record<string, Value> = {}
  const visible: Question[] = []
  for (const question of q.sections.flatMap(section => section.questions)) {
    if (question.relevant !== undefined && !evaluate(question.relevant, seen)) continue
    visible.push(question)
    const answer = answers[question.id]
    if (answer !== undefined) seen[question.id] = answer
  }
  return visible
}

export interface SectionProgress {
  readonly section: string
  readonly answered: number
  /** Passed over on purpose: unknown, did not say, not asked, not applicable. */
  readonly skipped: number
  /** Not reached yet. */
  readonly open: number
}

/** How far each section has come; only questions that are asked now count. */
export function progress(q: Questionnaire, answers: Answers): readonly SectionProgress[] {
  const visible = new Set(visibleQuestions(q, answers).map(question => question.id))
  return q.sections.map(section => {
    const asked = section.questions.filter(question => visible.has(question.id)).map(question => answers[question.id])
    const answered = asked.filter(answer => isAnswered(answer)).length
    const skipped = asked.filter(isReserved).length
    return { section: section.id, answered, skipped, open: asked.length - answered - skipped }
  })
}

/** Reasons why answers cannot stand; `field` is the question's id. Answers to no question are refused. */
export function checkAnswers(d: Dictionary, q: Questionnaire, answers: Answers): readonly ContentProblem[] {
  const questions = new Map(q.sections.flatMap(section => section.questions).map(each => [each.id, each]))
  return Object.entries(answers).flatMap(([id, answer]): ContentProblem[] => {
    const question = questions.get(id)
    if (question === undefined) return [{ code: 'unknown_field', field: id }]
    const problem = checkAnswer(d, question, answer)
    return problem === null ? [] : [{ ...problem, field: id }]
  })
}

function checkAnswer(d: Dictionary, question: Question, answer: Value): ContentProblem | null {
  if (question.kind === 'mark') {
    return answer === null || answer === 'yes' || answer === 'no' || (isReserved(answer) && answer !== 'redacted')
      ? null
      : { code: 'wrong_kind' }
  }
  const field: Field = {
    kind: question.kind,
    label: question.label,
    class: 'open',
    ...(question.list === undefined ? {} : { list: question.list }),
  }
  return checkField(d, field, answer)
}

function holds(answer: Value | undefined, wanted: string): boolean {
  if (!isAnswered(answer)) return false
  return Array.isArray(answer)
    ? answer.includes(wanted)
    : answer === wanted || (typeof answer === 'number' && String(answer) === wanted)
}

function markedYes(answer: Value | undefined, code: string): boolean {
  if (!isAnswered(answer) || typeof answer !== 'object' || Array.isArray(answer)) return false
  return Object.hasOwn(answer, code) && (answer as Readonly<Record<string, unknown>>)[code] === 'yes'
}
