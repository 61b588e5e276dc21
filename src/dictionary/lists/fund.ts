import type { CodeList } from '../code-list.ts'

/** Answers of donors, projects and funds. */
export const fundLists: readonly CodeList[] = []
