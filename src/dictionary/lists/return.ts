import type { CodeList } from '../code-list.ts'

/** Answers of returns. */
export const returnLists: readonly CodeList[] = []
