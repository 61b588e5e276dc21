import type { CodeList } from '../code-list.ts'

/** Answers of family tracing. */
export const tracingLists: readonly CodeList[] = []
