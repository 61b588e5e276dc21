import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { ofType } from '../latest.ts'
import type { Consequence } from '../rule-set.ts'
import { dayOf, shiftedDay, surelyAfter } from '../when.ts'

/**
 * Days before the end of a document at which its renewal should begin; own table. Many states let nobody in whose passport ends
 * within six months; a permit takes about two.
 */
const before: Readonly<Record<string, number>> = { travel_document: 180, identity: 60, visa: 60 }
const otherwise = 30

/** The day on which somebody should see to a new one: counted from the earliest day that the date can mean. */
const renewalDay = ({ content }: RecordView): string | null =>
  shiftedDay(content.validUntil, -(before[plainText(content.kind)] ?? otherwise))

export type Validity = 'none' | 'valid' | 'soon' | 'over'

/** Whether a document still holds; `soon`: it is time for a new one. */
export function validityOf(document: RecordView, today: string): Validity {
  const until = dayOf(document.content.validUntil)
  const renewal = renewalDay(document)
  if (until === null || renewal === null) return 'none'
  if (surelyAfter(today, until)) return 'over'
  return today >= renewal ? 'soon' : 'valid'
}

/**
 * A task before a document ends; one that is over when it is written down asks for nothing. When the end is corrected the open
 * task moves along; when a task was done and the document got a later end, there is a new one.
 */
export function followsExpiry(file: CaseFile, today: string): readonly Consequence[] {
  return ofType(file, 'document').flatMap((document): readonly Consequence[] => {
    const renewal = renewalDay(document)
    const until = dayOf(document.content.validUntil)
    if (renewal === null || until === null || validityOf(document, today) === 'over') return []
    const dueOn = renewal > today ? renewal : today
    const tasks = ofType(file, 'task').filter(
      ({ content }) => content.kind === 'document_expires' && content.about === document.id,
    )
    const open = tasks.find(({ content }) => !isAnswered(content.doneOn))
    const isOfThisEnd = (task: RecordView) => {
      const due = dayOf(task.content.dueOn) ?? dueOn
      return due >= renewal && !surelyAfter(due, until)
    }
    if (open)
      // Moved by hand after the document was last changed: then somebody knows better.
      return isOfThisEnd(open) || open.updatedAt >= document.updatedAt
        ? []
        : [{ type: 'task', key: `task.${open.id}.moved`, record: open.id, set: { dueOn } }]
    if (tasks.some(isOfThisEnd)) return []
    const key = `task.document_expires.${document.id}.${until}`
    return [{ type: 'task', key, set: { kind: 'document_expires', dueOn, about: document.id } }]
  })
}
