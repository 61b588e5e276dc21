import type { CaseFile, RecordView } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Consequence, Notice, Told } from './rule-set.ts'
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
