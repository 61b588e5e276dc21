import type { CodeList } from '../code-list.ts'

/** Answers of approvals and flags. */
export const teamworkLists: readonly CodeList[] = []
