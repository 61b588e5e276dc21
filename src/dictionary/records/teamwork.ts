import type { RecordType } from '../record-type.ts'

/** Approvals and flags. */
export const teamworkRecords: readonly RecordType[] = []
