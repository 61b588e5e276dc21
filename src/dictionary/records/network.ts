import type { RecordType } from '../record-type.ts'

/** Suspected actors and their ties. */
export const networkRecords: readonly RecordType[] = []
