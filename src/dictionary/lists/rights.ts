import type { CodeList } from '../code-list.ts'

/** Answers of consents and requests of persons. */
export const rightsLists: readonly CodeList[] = []
