import type { CaseFile } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { isChild } from './age.ts'
import { ofType } from './latest.ts'
import type { Consequence } from './rule-set.ts'

/**
 * The first duties of every case. A rule is silent when a task of its kind exists, done or not: somebody has seen it.
 */
export function followsFirst(_: Dictionary, file: CaseFile, today: string): readonly Consequence[] {
  return rules.filter(rule => rule.holds(file)).flatMap(({ kind }) => taskOnce(file, kind, today))
}

/** A task of this kind, due on the day, unless the case has one already, done or not. */
export function taskOnce(file: CaseFile, kind: string, dueOn: string): readonly Consequence[] {
  if (ofType(file, 'task').some(task => task.content.kind === kind)) return []
  return [{ type: 'task', key: `task.${kind}.${file.case.id}`, set: { kind, dueOn } }]
}

const rules: readonly { readonly kind: string; readonly holds: (file: CaseFile) => boolean }[] = [
  { kind: 'guardian', holds: isChild },
  // Work has begun (a task of these rules is none yet) and nobody has asked for any consent.
  {
    kind: 'consent_missing',
    holds: file => file.records.some(({ type }) => type !== 'task') && ofType(file, 'consent').length === 0,
  },
]
