import type { RecordType } from '../record-type.ts'

/** Dated readings of needs, vulnerability, family, skills and best interests. */
export const assessmentRecords: readonly RecordType[] = []
