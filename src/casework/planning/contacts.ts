import type { CaseFile, Problem } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { inOrder, ofType } from '../latest.ts'
import { unsafeContact } from '../rights/safe-contact.ts'
import type { Consequence, Situation } from '../rule-set.ts'
import { dayOf } from '../when.ts'

/** The next contact obeys the rules of safe contact like every other plan. */
export function contactProblems({ before, change, content }: Situation): readonly Problem[] {
  const day = dayOf(content.nextOn)
  const touched = ['nextOn', 'nextAt', 'nextChannel'].some(field => field in change.set)
  if (!before || !touched || day?.length !== 10) return []
  const channel = nextChannel(content)
  return unsafeContact(before, { day, at: content.nextAt, channel }) ? [{ code: 'unsafe_time', field: 'nextOn' }] : []
}

/**
 * The next contact of the latest one becomes a task; a later contact, reached or not, has done it. One at a time: whoever
 * tries again says when to try next.
 */
export function followsContacts(file: CaseFile): readonly Consequence[] {
  const contacts = inOrder(ofType(file, 'contact'), 'on')
  const last = contacts.at(-1)
  if (!last) return []
  const tasks = ofType(file, 'task').filter(({ content }) => content.kind === 'contact')
  const due = dayOf(last.content.nextOn)
  const on = dayOf(last.content.on) ?? last.createdAt.slice(0, 10)
  const asked = new Set(contacts.slice(0, -1).map(({ content }) => content.nextOn))
  const done = tasks
    .filter(({ content }) => !isAnswered(content.doneOn) && content.dueOn !== due && asked.has(content.dueOn ?? null))
    .map(({ id }): Consequence => ({ type: 'task', key: `contact.done.${id}`, record: id, set: { doneOn: on } }))
  if (due === null || tasks.some(({ content }) => content.dueOn === due)) return done
  const { nextAt } = last.content
  const channel = nextChannel(last.content)
  const set = {
    kind: 'contact',
    dueOn: due,
    ...(isAnswered(nextAt) ? { at: nextAt } : {}),
    ...(channel === null ? {} : { channel }),
  }
  return [...done, { type: 'task', key: `contact.${last.id}`, set }]
}

/** Without another word the same way as this time; null when neither is known. */
function nextChannel({ channel, nextChannel: next }: Content): string | null {
  const known = [next, channel].find(isAnswered)
  return known === undefined ? null : plainText(known)
}
