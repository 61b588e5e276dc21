import type { CaseFile, Problem } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { isChild } from '../age.ts'
import { ofType } from '../latest.ts'
import type { Consequence, RuleSet, Situation } from '../rule-set.ts'
import { dayOf, daysLater } from '../when.ts'
import { tellingCodes, tellingFaults } from './telling.ts'

/** Family tracing: what is found stays in the file until telling it is safe, and where a child is, is never told. */
export const tracingRules: RuleSet = {
  problems: tellingCodes,
  pairs: { tracing_result: [['foundOn', 'sharedOn']] },
  check: { tracing_result: tellingProblems, referral: seekingProblems },
  follows: (_, file, today) => followsTracing(file, today),
}

const told = ['shared', 'sharedWith', 'sharedOn', 'request'] as const

/** What was told before stays as it was told; a later finding about the family holds back what is told from then on. */
function tellingProblems({ before, change, content, today, actor }: Situation): readonly Problem[] {
  const says = ['shared', 'sharedWith', 'sharedOn'].some(field => isAnswered(content[field]))
  const tells = told.some(field => isAnswered(change.set[field]))
  if (!before || !tells || !says) return []
  return tellingFaults(before, { content, of: change.record, today, machine: actor.machine === true })
}

/** Whoever looks for a child’s family is not told how to reach the child, whatever the reason. */
function seekingProblems({ before, content, actor }: Situation): readonly Problem[] {
  const shared = Array.isArray(content.shared) ? (content.shared as readonly string[]) : []
  const reaches = shared.includes('phone') || shared.includes('safe_contact')
  if (!before || actor.machine === true || content.need !== 'family_tracing' || !reaches) return []
  return isChild(before) ? [{ code: 'tracing_child_place', field: 'shared' }] : []
}

/** Days after which somebody looks how far a search has come. */
const lookedAtWithin = 30

/** A request is a task until it is answered or stopped; it is answered when something was told. */
function followsTracing(file: CaseFile, today: string): readonly Consequence[] {
  const answered = new Set(
    ofType(file, 'tracing_result').flatMap(({ content }) => (isAnswered(content.sharedOn) ? [content.request] : [])),
  )
  return ofType(file, 'tracing_request').flatMap(({ id, content }): Consequence[] => {
    const ended = content.state === 'answered' || content.state === 'stopped'
    const over = ended || answered.has(id)
    const task = ofType(file, 'task').find(each => each.content.kind === 'tracing' && each.content.about === id)
    const asked = dayOf(content.requestedOn)
    const dueOn = daysLater(asked !== null && asked.length === 10 ? asked : today, lookedAtWithin)
    const key = `tracing.${id}`
    return [
      ...(over && !ended ? [{ type: 'tracing_request', key, record: id, set: { state: 'answered' } }] : []),
      ...(!over && !task ? [{ type: 'task', key: `${key}.task`, set: { kind: 'tracing', about: id, dueOn } }] : []),
      ...(over && task && !isAnswered(task.content.doneOn)
        ? [{ type: 'task', key: `${key}.done`, record: task.id, set: { doneOn: today } }]
        : []),
    ]
  })
}
