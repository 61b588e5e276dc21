import { isAnswered, type Value } from '#dictionary/answer.ts'
import type { RecordView } from '#changes/change.ts'

/** What is shown of a person in lists. Records are masked before: what the reader may not see is not in them. */

export const wordIn = (value: Value | undefined): string | null =>
  typeof value === 'string' && value !== '' ? value : null
export const realWordIn = (value: Value | undefined): string | null => (isAnswered(value) ? wordIn(value) : null)

/** Given and family names, else the name the person wishes to be called, else other names; null when none may be seen. */
export function nameOf(person: RecordView | null): string | null {
  if (!person) return null
  const { givenNames, middleNames, familyNames, preferredName, otherNames } = person.content
  const full = [givenNames, middleNames, familyNames].map(realWordIn).filter(part => part !== null)
  return full.length > 0 ? full.join(' ') : (realWordIn(preferredName) ?? realWordIn(otherNames))
}
