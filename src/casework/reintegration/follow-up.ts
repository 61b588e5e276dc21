import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { inOrder, ofType } from '../latest.ts'
import type { Consequence, Situation } from '../rule-set.ts'
import { dayOf, daysLater } from '../when.ts'

/** Follow-ups at 3, 6, 12, 18 and 24 months after return, else after closing; an attempt that reached nobody is none. */

export const followUpMonths = [3, 6, 12, 18, 24] as const

export interface Milestone {
  readonly month: number
  /** yyyy-mm-dd */
  readonly dueOn: string
  readonly visit: RecordView | null
  /** Attempts around this date that reached nobody. */
  readonly attempts: readonly RecordView[]
}

/** Somebody was met or spoken to. */
export const wasReached = ({ content }: RecordView): boolean =>
  isAnswered(content.situation) && content.situation !== 'not_reached'

/**
 * Day from which the months are counted: arrival at home, else the closing of a reintegration that ended well; null: no
 * schedule. Who was helped for a week and went their way is not visited for two years.
 */
export function followUpBase(file: CaseFile): string | null {
  const { outcome, closedOn, status } = file.case.content
  if (typeof outcome === 'string' && without.has(outcome)) return null
  const arrivals = ofType(file, 'movement').filter(
    ({ content }) => content.stage !== 'cancelled' && wholeDay(content.arrivedOn),
  )
  const arrived = inOrder(arrivals, 'arrivedOn').at(-1)
  if (arrived) return wholeDay(arrived.content.arrivedOn)
  const closed = status === 'closed' || (status === undefined && isAnswered(closedOn))
  const helped = file.records.some(({ type }) => reintegration.has(type))
  return closed && helped && typeof outcome === 'string' && ended.has(outcome) ? wholeDay(closedOn) : null
}

/** Nobody is visited who died, or who asked us to stop. */
const without: ReadonlySet<string> = new Set(['died', 'withdrew'])
const ended: ReadonlySet<string> = new Set(['reintegrated', 'support_ended', 'returned_home'])
const reintegration: ReadonlySet<string> = new Set([
  'plan',
  'package_item',
  'training',
  'placement',
  'enterprise',
  'visit',
])

/** The schedule with what was done of it; empty without a base. */
export function followUps(file: CaseFile): readonly Milestone[] {
  const base = followUpBase(file)
  if (base === null) return []
  const visits = inOrder(ofType(file, 'visit'), 'visitedOn')
  return followUpMonths.map((month, place) => {
    const dueOn = monthsLater(base, month)
    const from = middle(base, followUpMonths[place - 1] ?? 0, month)
    const next = followUpMonths[place + 1]
    const to = next === undefined ? '9999' : middle(base, month, next)
    const near = visits.filter(({ content }) => {
      const on = dayOf(content.visitedOn)
      return on !== null && from <= on && on < to
    })
    return { month, dueOn, visit: near.findLast(wasReached) ?? null, attempts: near.filter(each => !wasReached(each)) }
  })
}

/**
 * Opens the next follow-up, one at a time, and closes the task of one that was made. What lies more than a season back
 * is not opened any more: nobody can visit the past.
 */
export function followsVisits(file: CaseFile, today: string): readonly Consequence[] {
  const schedule = followUps(file)
  const taskOf = ({ dueOn }: Milestone) =>
    ofType(file, 'task').find(({ content }) => content.kind === 'follow_up' && content.dueOn === dueOn)
  const made = schedule.flatMap((milestone): Consequence[] => {
    const task = taskOf(milestone)
    const on = dayOf(milestone.visit?.content.visitedOn)
    if (!task || on === null || isAnswered(task.content.doneOn)) return []
    return [{ type: 'task', key: `follow_up.done.${milestone.month}`, record: task.id, set: { doneOn: on } }]
  })
  const oldest = daysLater(today, -90)
  const next = schedule.find(
    milestone => !milestone.visit && milestone.dueOn >= oldest && !isAnswered(taskOf(milestone)?.content.doneOn),
  )
  return !next || taskOf(next)
    ? made
    : [
        ...made,
        { type: 'task', key: `follow_up.${next.month}.${next.dueOn}`, set: { kind: 'follow_up', dueOn: next.dueOn } },
      ]
}

const answersOfMeeting = [
  'livelihood',
  'stillEmployed',
  'businessRunning',
  'jobsCreated',
  'profit',
  'income',
  'schoolYearPassed',
]

/** An attempt that reached nobody tells nothing about how things are. */
export const visitProblems = ({ content }: Situation): readonly Problem[] =>
  content.situation === 'not_reached'
    ? answersOfMeeting.filter(field => isAnswered(content[field])).map(field => ({ code: 'visit_not_reached', field }))
    : []

/** The same day some months later; the last of the month where there is no such day. */
export function monthsLater(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const last = new Date(Date.UTC(year, month - 1 + months + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10)
}

/** Completed months between two days; 0 when less than one. */
export function monthsBetween(from: string, to: string): number {
  const [y1 = 0, m1 = 1, d1 = 1] = from.split('-').map(Number)
  const [y2 = 0, m2 = 1, d2 = 1] = to.split('-').map(Number)
  return Math.max(0, (y2 - y1) * 12 + m2 - m1 - (d2 < d1 ? 1 : 0))
}

/** Halfway between two months of the schedule, so that every visit belongs to one of them. */
const middle = (base: string, a: number, b: number): string =>
  a === 0 ? base : daysLater(monthsLater(base, a), Math.round(((b - a) * 30.4) / 2))

/** A date known to the day; null else. */
function wholeDay(value: Parameters<typeof dayOf>[0]): string | null {
  const day = dayOf(value)
  return day?.length === 10 ? day : null
}
