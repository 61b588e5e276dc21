import type { RecordType } from '../record-type.ts'

/** What a person asks of us about their own data. */
export const rightsRecords: readonly RecordType[] = []
