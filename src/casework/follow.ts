import type { CaseFile } from '#changes/change.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import type { Consequence, Notice, Told } from './rule-set.ts'
import { ruleSets } from './rule-sets.ts'
import { isAsserted } from './source.ts'
import { isClosed } from './tasks.ts'

/** What follows from the file as it stands. Closed cases and cases that an outside source asserts open no work. */
export function consequences(d: Dictionary, file: CaseFile, today: string): Consequence[] {
  if (!d.recordTypes.has('task') || isAsserted(file.case) || isClosed(file)) return []
  return ruleSets.flatMap(({ follows }) => follows?.(d, file, today) ?? [])
}

/** Who must be told of a change that stands. */
export const notices = (told: Told): Notice[] => ruleSets.flatMap(({ tells }) => tells?.(told) ?? [])
