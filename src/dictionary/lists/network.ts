import type { CodeList } from '../code-list.ts'

/** Answers about actors and ties. */
export const networkLists: readonly CodeList[] = []
