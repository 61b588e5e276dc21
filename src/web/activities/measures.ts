import { foreignFields, unitOf } from '#casework/activity/output.ts'
import type { Value } from '#dictionary/answer.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'

/** Breakdowns of a number, with their lists. */
export const breakdowns = [
  { field: 'category', list: 'category' },
  { field: 'participants', list: 'participant_type' },
  { field: 'material', list: 'material_kind' },
  { field: 'sex', list: 'sex' },
] as const

/** What is not asked of a measure: copies of a leaflet have no sex. */
export function hiddenFor(d: Dictionary, measure: Value | undefined): readonly string[] {
  const unit = unitOf(d, measure)
  return unit === null ? [] : foreignFields(unit)
}
