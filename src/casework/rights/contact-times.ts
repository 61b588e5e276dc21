import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import type { Situation } from '../rule-set.ts'
import { dayOf } from '../when.ts'
import { unsafeContact } from './safe-contact.ts'

/** What is planned with a person obeys the rules of safe contact, whoever plans it and by whichever door. */

/** A task is a contact when it has a time or a way of contact; a day alone is a deadline. */
export function taskTimeProblems({ before, change, content }: Situation): readonly Problem[] {
  const touched = ['dueOn', 'at', 'channel'].some(field => field in change.set)
  const day = dayOf(content.dueOn)
  if (!before || !touched || day?.length !== 10 || isAnswered(content.doneOn)) return []
  if (!isAnswered(content.at) && !isAnswered(content.channel)) return []
  const channel = isAnswered(content.channel) ? plainText(content.channel) : null
  return unsafeContact(before, { day, at: content.at, channel }) ? [{ code: 'unsafe_time', field: 'at' }] : []
}

/** The next follow-up; without a time it is a visit on that day. */
export function visitTimeProblems({ before, change, content }: Situation): readonly Problem[] {
  const day = dayOf(content.nextOn)
  if (!before || !('nextOn' in change.set || 'nextAt' in change.set) || day?.length !== 10) return []
  const channel = isAnswered(content.nextAt) ? null : 'visit'
  return unsafeContact(before, { day, at: content.nextAt, channel }) ? [{ code: 'unsafe_time', field: 'nextOn' }] : []
}
