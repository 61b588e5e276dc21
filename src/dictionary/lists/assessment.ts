import type { CodeList } from '../code-list.ts'

/** Answers of assessments. */
export const assessmentLists: readonly CodeList[] = []
