import type { CaseFile, RecordView } from '#changes/change.ts'
import { dayOf } from './when.ts'

/** Records of one type, in the order of the file. */
export const ofType = (file: CaseFile, type: string): readonly RecordView[] =>
  file.records.filter(record => record.type === type)

/** Oldest first by the date field `on` (day of entry when it is empty), then by creation, then by id. */
export function inOrder(records: readonly RecordView[], on: string): readonly RecordView[] {
  const keyOf = (record: RecordView) =>
    [dayOf(record.content[on]) ?? record.createdAt.slice(0, 10), record.createdAt, record.id].join(' ')
  return records
    .map(record => ({ record, key: keyOf(record) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ record }) => record)
}

/** The record in force of a dated series: the latest; null when there is none. */
export const latest = (records: readonly RecordView[], on: string): RecordView | null =>
  inOrder(records, on).at(-1) ?? null
