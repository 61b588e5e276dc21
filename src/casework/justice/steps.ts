import type { Problem } from '#changes/change.ts'
import { type Content, isAnswered } from '#dictionary/answer.ts'
import type { Situation } from '../rule-set.ts'
import { dayOf, surelyAfter } from '../when.ts'

/** What a step of justice needs before it can stand in a calendar. */
export const justiceProblemCodes = [
  'hearing_incomplete',
  'hearing_not_yet_held',
  'power_without_end',
  'paper_without_day',
  'stay_without_day',
] as const

export function hearingProblems({ content, today }: Situation): readonly Problem[] {
  const missing = ['on', 'purpose'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'hearing_incomplete', field }))
  const on = dayOf(content.on)
  return content.state === 'held' && on !== null && surelyAfter(on, today)
    ? [{ code: 'hearing_not_yet_held', field: 'state' }]
    : []
}

/** A power of attorney without an end outlives the person's wish: its end is asked for, and may be answered "unknown". */
export const powerProblems = ({ content }: Situation): readonly Problem[] =>
  content.kind === 'power_of_attorney' && isBlank(content, 'validUntil')
    ? [{ code: 'power_without_end', field: 'validUntil' }]
    : []

export const paperProblems = ({ content }: Situation): readonly Problem[] =>
  content.state === 'returned' && isBlank(content, 'returnedOn')
    ? [{ code: 'paper_without_day', field: 'returnedOn' }]
    : []

/** A permit that was granted says until when: its end is somebody's deadline. */
export const stayProblems = ({ content }: Situation): readonly Problem[] =>
  content.state === 'granted' && isBlank(content, 'until') ? [{ code: 'stay_without_day', field: 'until' }] : []

const isBlank = (content: Content, field: string) => content[field] === undefined || content[field] === null
