import type { RecordType } from '../record-type.ts'

/** One event with many persons. */
export const incidentRecords: readonly RecordType[] = []
