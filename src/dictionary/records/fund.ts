import type { RecordType } from '../record-type.ts'

/** Donors, projects, funds and what they pay. */
export const fundRecords: readonly RecordType[] = []
