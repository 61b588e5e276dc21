import type { CodeList } from '../code-list.ts'

/** Answers of the months after. */
export const reintegrationLists: readonly CodeList[] = []
