import type { CodeList } from '../code-list.ts'

/** Kinds of documents. */
export const documentLists: readonly CodeList[] = []
