import type { RecordType } from '../record-type.ts'

/** Looking for family. */
export const tracingRecords: readonly RecordType[] = []
