import type { RecordView } from '#changes/change.ts'
import { isAnswered, type Value } from '#dictionary/answer.ts'
import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'

/** How one coded answer moved from one assessment to the next: codes that came, codes that went. */
export interface AnswerChange {
  readonly field: string
  readonly added: readonly string[]
  readonly removed: readonly string[]
}

/** Coded answers of `after` that are not those of `before`, in the order of the form; texts and dates are not compared. */
export function changesSince(d: Dictionary, before: RecordView, after: RecordView): readonly AnswerChange[] {
  return Object.keys(d.recordTypes.get(after.type)?.fields ?? {}).flatMap(field => {
    if (fieldOf(d, after.type, field)?.list === undefined) return []
    const [was, is] = [codesIn(before.content[field]), codesIn(after.content[field])]
    const added = is.filter(code => !was.includes(code))
    const removed = was.filter(code => !is.includes(code))
    return added.length + removed.length === 0 ? [] : [{ field, added, removed }]
  })
}

/** Codes of a coded answer; none when nothing, or only one of the reserved words, is recorded. */
export const codesIn = (value: Value | undefined): readonly string[] =>
  !isAnswered(value) ? [] : typeof value === 'string' ? [value] : Array.isArray(value) ? value : []
