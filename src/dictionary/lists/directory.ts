import type { CodeList } from '../code-list.ts'

/** Answers of the service directory. */
export const directoryLists: readonly CodeList[] = []
