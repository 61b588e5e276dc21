import type { CaseFile } from '#changes/change.ts'
import type { Content } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { isChild } from './age.ts'
import { ofType } from './latest.ts'
import { isAsserted } from './source.ts'
import { isClosed } from './tasks.ts'

/** A record that a rule opens by itself. */
export interface Consequence {
  readonly type: string
  /** Same case and same rule, same key for ever: the register makes the record's id of it, so it exists once. */
  readonly key: string
  readonly set: Content
}

/**
 * What follows from the file as it stands. A rule is silent when a task of its kind exists, done or not: somebody has
 * seen it. Closed cases and cases that an outside source asserts open no work.
 */
export function consequences(d: Dictionary, file: CaseFile, today: string): Consequence[] {
  if (!d.recordTypes.has('task') || isAsserted(file.case) || isClosed(file)) return []
  const kinds = new Set(ofType(file, 'task').map(task => task.content.kind))
  const due = rules.filter(rule => rule.holds(file) && !kinds.has(rule.kind))
  return due.map(({ kind }) => ({
    type: 'task',
    key: `task.${kind}.${file.case.id}`,
    set: { kind, dueOn: today },
  }))
}

const rules: readonly { readonly kind: string; readonly holds: (file: CaseFile) => boolean }[] = [
  { kind: 'guardian', holds: isChild },
  // Work has begun (a task of these rules is none yet) and nobody has asked for any consent.
  {
    kind: 'consent_missing',
    holds: file => file.records.some(({ type }) => type !== 'task') && ofType(file, 'consent').length === 0,
  },
]
