import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Consequence, Elsewhere, Notice, Told } from './rule-set.ts'
import { ruleSets } from './rule-sets.ts'
import { isAsserted } from './source.ts'
import { isClosed } from './tasks.ts'

/** What follows from the file as it stands. Cases that an outside source asserts open no work; closed ones what was promised. */
export function consequences(d: Dictionary, file: CaseFile, today: string): Consequence[] {
  if (!d.recordTypes.has('task') || isAsserted(file.case)) return []
  const closed = isClosed(file)
  return ruleSets.flatMap(({ follows, followsClosed }) => (closed ? followsClosed : follows)?.(d, file, today) ?? [])
}

/** Who must be told of a change that stands. */
export const notices = (told: Told): Notice[] => ruleSets.flatMap(({ tells }) => tells?.(told) ?? [])

/** The same for a record of an office. */
export const officeNotices = (told: Omit<Told, 'file'>): Notice[] =>
  ruleSets.flatMap(({ tellsOffice }) => tellsOffice?.(told) ?? [])

/** Record types of which the passing of time alone makes something to tell. */
export const remindingTypes: readonly string[] = [
  ...new Set(ruleSets.flatMap(({ reminds }) => Object.keys(reminds ?? {}))),
]

/** Who must be told of this open record because its day has come. */
export const reminders = (record: RecordView, today: string): Notice[] =>
  ruleSets.flatMap(({ reminds }) => reminds?.[record.type]?.(record, today) ?? [])

/** True when a change of this type can bring something about in other cases of the person. */
export const reachesElsewhere = (type: string): boolean => ruleSets.some(({ elsewhere }) => elsewhere?.[type])

/** What a change of this type in `file` brings about in another case of the same person. */
export function elsewhere(type: string, file: CaseFile, other: CaseFile): Elsewhere {
  const all = ruleSets.flatMap(set => set.elsewhere?.[type]?.(file, other) ?? [])
  return { follows: all.flatMap(({ follows }) => follows), tells: all.flatMap(({ tells }) => tells) }
}
