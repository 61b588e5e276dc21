import type { Content } from '#dictionary/answer.ts'
import type { RecordDraft } from '#register/import-unit.ts'
import type { Day } from './days.ts'
import type { DemoIds } from './ids.ts'

/** What hangs on offices is written on. */
export interface OfficeGround {
  readonly today: Day
  /** Code to id. */
  readonly offices: ReadonlyMap<string, string>
  readonly ids: DemoIds
}

/** @param place of the record among those of the same index. */
export type OfficeDraft = (type: string, place: number, set: Content) => RecordDraft

/** Writes records of one mission, whose ids begin at an index. */
export function officeDrafts(o: OfficeGround, mission: string, index: number): OfficeDraft {
  const office = o.offices.get(mission)
  if (office === undefined) throw new RangeError(`The office ${mission} is missing.`)
  return (type, place, set) => ({ type, id: o.ids(index, place), office, person: null, case: null, set })
}
