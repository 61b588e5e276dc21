import type { RecordType } from '../record-type.ts'

/** Papers and pictures, kept as encrypted files. */
export const documentRecords: readonly RecordType[] = []
