import type { RecordType } from '../record-type.ts'

/** Who offers which service where. */
export const directoryRecords: readonly RecordType[] = []
