import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { inOrder, ofType } from '../latest.ts'
import type { Situation } from '../rule-set.ts'
import { dayOf, surelyAfter } from '../when.ts'

/** A line says which service it plans, and belongs to a plan of its own case. */
export function planLineProblems({ before, content }: Situation): readonly Problem[] {
  if (!isAnswered(content.type)) return [{ code: 'plan_line_type_missing', field: 'type' }]
  const { plan } = content
  if (!before || !isAnswered(plan) || ofType(before, 'plan').some(({ id }) => id === plan)) return []
  return [{ code: 'plan_line_other_case', field: 'plan' }]
}

export interface PlanLine {
  readonly line: RecordView
  /** Services of its kind that were given in its time. */
  readonly given: readonly RecordView[]
  /** Its time is over and it is neither done nor dropped. */
  readonly late: boolean
}

/** The lines of the case in the order of their beginning, each with what was given of it. */
export function planLines(file: CaseFile, today: string): readonly PlanLine[] {
  return inOrder(ofType(file, 'plan_line'), 'from').map(line => {
    const { type, from, to, state } = line.content
    const [first, last] = [dayOf(from), dayOf(to)]
    const given = ofType(file, 'service').filter(({ content }) => {
      const on = dayOf(content.deliveredOn)
      if (content.type !== type || on === null) return false
      return !(first !== null && surelyAfter(first, on)) && !(last !== null && surelyAfter(on, last))
    })
    const ended = state === 'done' || state === 'dropped'
    return { line, given, late: !ended && last !== null && surelyAfter(today, last) }
  })
}
