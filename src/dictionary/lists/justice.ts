import type { CodeList } from '../code-list.ts'

/** Answers of proceedings. */
export const justiceLists: readonly CodeList[] = []
