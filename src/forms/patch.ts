import { type Content, isReserved, type Mark, type Marks, type Value } from '#dictionary/answer.ts'
import type { Questionnaire } from '#dictionary/questionnaire.ts'
import { type Answers, visibleQuestions } from './engine.ts'

/**
 * What the answers mean for the records: type -> fields to set. Only questions that are asked count. Questions that fill
 * one code of a many-marks field (indicators) are gathered into that field, on top of the marks `before`.
 */
export function patchOf(
  q: Questionnaire,
  answers: Answers,
  before: Readonly<Record<string, Content>> = {},
): Readonly<Record<string, Content>> {
  const patch: Record<string, Record<string, Value>> = {}
  for (const { id, field } of visibleQuestions(q, answers)) {
    const answer = answers[id]
    if (field === undefined || answer === undefined) continue
    const content = (patch[field.type] ??= {})
    if (field.code === undefined) content[field.field] = answer
    else {
      const marks = { ...marksOf(content[field.field] ?? before[field.type]?.[field.field]) }
      if (isMark(answer)) marks[field.code] = answer
      else delete marks[field.code]
      content[field.field] = marks
    }
  }
  return patch
}

const isMark = (answer: Value): answer is Mark =>
  answer === 'yes' || answer === 'no' || (isReserved(answer) && answer !== 'redacted')

const marksOf = (value: Value | undefined): Marks =>
  value !== null && typeof value === 'object' && !Array.isArray(value) ? (value as Marks) : {}
