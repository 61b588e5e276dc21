import type { RecordType } from '../record-type.ts'

/** Houses, places and stays. */
export const shelterRecords: readonly RecordType[] = []
