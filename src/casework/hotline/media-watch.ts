import type { Problem } from '#changes/change.ts'
import { isAnswered, plainText } from '#dictionary/answer.ts'
import { pointsToSomebody } from '../activity/text-guard.ts'
import type { Situation } from '../rule-set.ts'

export const mediaWatchCodes = ['media_watch_incomplete', 'media_watch_names'] as const

/** A line is a day, a medium and a count, and leads to nobody: who can be told apart belongs into a lead. */
export function mediaWatchProblems({ change, content }: Situation): readonly Problem[] {
  const missing = ['seenOn', 'medium', 'items'].filter(field => !isAnswered(content[field]))
  const names = pointsToSomebody(plainText(change.set.remark)) ? [{ code: 'media_watch_names', field: 'remark' }] : []
  return [...missing.map(field => ({ code: 'media_watch_incomplete', field })), ...names]
}
