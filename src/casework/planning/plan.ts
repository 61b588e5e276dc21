import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import { type Consequence, type Elsewhere, nothingAround, type Situation } from '../rule-set.ts'
import { isClosed } from '../tasks.ts'
import { dayOf, daysLater, surelyAfter } from '../when.ts'

/** A plan is a draft before the journey and final after it, wherever the person arrives: it goes on in the next mission’s case. */

export const planCodes = ['plan_follows_unknown', 'plan_final_undated', 'plan_final_before_draft'] as const

/** A plan follows a plan of the same person, here or in another mission’s case; a final one was agreed to, and not before its draft. */
export function planProblems({ before, change, content, around, actor }: Situation): readonly Problem[] {
  if (!before || actor.machine === true) return []
  const undated: Problem[] =
    content.stage === 'final' && !isAnswered(content.agreedOn)
      ? [{ code: 'plan_final_undated', field: 'agreedOn' }]
      : []
  if (!isAnswered(content.follows)) return undated
  const known = [before, ...around.otherFiles].flatMap(file => ofType(file, 'plan'))
  const draft = known.find(({ id }) => id === content.follows)
  if (content.follows === change.record) return [...undated, { code: 'plan_follows_unknown', field: 'follows' }]
  // Where no other case can be looked at, the server says it later.
  if (!draft) {
    const asked = 'follows' in change.set && around !== nothingAround
    return asked ? [...undated, { code: 'plan_follows_unknown', field: 'follows' }] : undated
  }
  const [first, then] = [dayOf(draft.content.agreedOn), dayOf(content.agreedOn)]
  const early = content.stage === 'final' && first !== null && then !== null && surelyAfter(first, then)
  return [...undated, ...(early ? [{ code: 'plan_final_before_draft', field: 'agreedOn' }] : [])]
}

/** Drafts that no plan of these follows, the newest last. */
export function openDrafts(drafts: readonly RecordView[], plans: readonly RecordView[]): readonly RecordView[] {
  const followed = new Set(plans.map(({ content }) => content.follows))
  return drafts.filter(({ id, content }) => content.stage === 'draft' && !followed.has(id))
}

/** Days after a hand-over in which the plan is looked at with the person again. */
const finalWithin = 30

/** Whoever was handed a person with a draft finishes the plan: a task in the receiving mission’s own case. */
export function continuesPlan(file: CaseFile, other: CaseFile): Elsewhere {
  const step = ofType(file, 'journey_step').find(
    ({ content }) => content.step === 'handed_over' && content.mission === other.case.office,
  )
  const plans = ofType(file, 'plan')
  const draft = openDrafts(plans, plans).at(-1)
  if (!step || !draft || isClosed(other)) return { follows: [], tells: [] }
  const on = dayOf(step.content.on)
  return {
    follows: [
      {
        type: 'task',
        key: `plan.${draft.id}`,
        set: {
          kind: 'plan_final',
          about: draft.id,
          ...(on !== null && on.length === 10 ? { dueOn: daysLater(on, finalWithin) } : {}),
        },
      },
    ],
    tells: [],
  }
}

/** The task is done when the case has a final plan. */
export function followsPlans(file: CaseFile, today: string): readonly Consequence[] {
  if (!ofType(file, 'plan').some(({ content }) => content.stage === 'final')) return []
  return ofType(file, 'task')
    .filter(({ content }) => content.kind === 'plan_final' && !isAnswered(content.doneOn))
    .map(({ id }) => ({ type: 'task', key: `plan_final.${id}`, record: id, set: { doneOn: today } }))
}
