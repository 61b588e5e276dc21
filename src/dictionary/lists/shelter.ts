import type { CodeList } from '../code-list.ts'

/** Answers of shelters. */
export const shelterLists: readonly CodeList[] = []
