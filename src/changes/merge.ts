import type { Content, Value } from '#dictionary/answer.ts'
import { sameValue } from './fold.ts'

/**
 * Three-way merge by field. A change built on an older version is merged when nobody else touched its fields since, or
 * when both arrived at the same value. Otherwise it is a conflict: kept whole, applied by nobody, settled by a person.
 */
export type Verdict =
  | { readonly status: 'accepted' | 'merged' }
  | { readonly status: 'conflict'; readonly fields: readonly string[] }

export interface MergeInput {
  /** Version the sender saw. */
  readonly base: number
  /** Version now in force. */
  readonly version: number
  readonly current: Content
  readonly set: Content
  /** Fields that accepted changes after `base` have set. */
  readonly changedSince: readonly string[]
}

export function judge({ base, version, current, set, changedSince }: MergeInput): Verdict {
  if (base >= version) return { status: 'accepted' }
  const touched = new Set(changedSince)
  const fields = Object.keys(set).filter(field => touched.has(field) && !sameValue(current[field], set[field]))
  return fields.length > 0 ? { status: 'conflict', fields: fields.sort() } : { status: 'merged' }
}

/**
 * The value in force while a conflict is open: for a protective field the later code of its list (more protective) of
 * the two, so that nobody is left less safe because two people disagree. Unlisted values lose against listed ones.
 */
export function protectiveOf(order: readonly string[], current: Value, contested: Value): Value {
  const rank = (value: Value) => (typeof value === 'string' ? order.indexOf(value) : -1)
  return rank(contested) > rank(current) ? contested : current
}
