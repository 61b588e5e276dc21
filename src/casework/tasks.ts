import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { inOrder, latest, ofType } from './latest.ts'
import { dayOf, daysLater } from './when.ts'

/** Open work for the page Today, grouped by case. */
export interface OpenWork {
  readonly kind: 'task' | 'screening' | 'visit' | 'risk_review'
  readonly record: RecordView
  readonly dueOn: string | null
  readonly state: 'overdue' | 'due' | 'later' | 'open'
}

export interface CaseWork {
  readonly case: RecordView
  readonly work: readonly OpenWork[]
}

/** `due` means within this many days. */
const soon = 7

/** By its status; without one, by a date of closing. A reopened case keeps its old date and is open. */
export function isClosed({ case: { content } }: CaseFile): boolean {
  if (isAnswered(content.status)) return content.status === 'closed' || content.status === 'closed_referred'
  return dayOf(content.closedOn) !== null
}

/** Open work of one case: overdue first, then by date, what has no date last. */
export function openWork(file: CaseFile, today: string): readonly OpenWork[] {
  const tasks = ofType(file, 'task')
    .filter(task => !isAnswered(task.content.doneOn))
    .map(task => dated('task', task, 'dueOn', today))
  if (isClosed(file)) return sorted(tasks)
  const screenings = ofType(file, 'screening')
    .filter(({ content }) => content.state === 'open' || content.state === 'paused')
    .map((record): OpenWork => ({ kind: 'screening', record, dueOn: null, state: 'open' }))
  const visit = latest(ofType(file, 'visit'), 'visitedOn')
  const risk = latest(ofType(file, 'risk'), 'assessedOn')
  const next = [
    ...(visit ? [dated('visit', visit, 'nextOn', today)] : []),
    ...(risk ? [dated('risk_review', risk, 'reviewOn', today)] : []),
  ].filter(work => work.dueOn !== null)
  return sorted([...tasks, ...screenings, ...next])
}

/** Cases with open work, the most urgent first; what is due later is left for the case page. */
export function workToday(files: readonly CaseFile[], today: string): readonly CaseWork[] {
  return files
    .map(file => ({ case: file.case, work: openWork(file, today).filter(each => each.state !== 'later') }))
    .filter(({ work }) => work.length > 0)
    .sort((a, b) => compare(keyOf(a), keyOf(b)))
}

const keyOf = ({ work, case: { id } }: CaseWork) => `${work[0] ? orderOf(work[0]) : ''} ${id}`

function dated(kind: OpenWork['kind'], record: RecordView, field: string, today: string): OpenWork {
  const dueOn = dayOf(record.content[field])
  if (dueOn === null) return { kind, record, dueOn, state: 'open' }
  // A month or year is over when its last day is: compare at the precision of the date.
  const now = today.slice(0, dueOn.length)
  const state = dueOn < now ? 'overdue' : dueOn <= daysLater(today, soon).slice(0, dueOn.length) ? 'due' : 'later'
  return { kind, record, dueOn, state }
}

function sorted(work: readonly OpenWork[]): readonly OpenWork[] {
  const place = new Map(
    inOrder(
      work.map(each => each.record),
      'createdAt',
    ).map((record, i) => [record.id, i]),
  )
  const tie = (each: OpenWork) => place.get(each.record.id) ?? 0
  return work.toSorted((a, b) => compare(orderOf(a), orderOf(b)) || tie(a) - tie(b))
}

const ranks = ['overdue', 'due', 'later', 'open'] as const
const orderOf = (work: OpenWork) => `${ranks.indexOf(work.state)} ${work.dueOn ?? ''}`
const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)
