import type { CodeList } from '../code-list.ts'

/** Kinds of incidents. */
export const incidentLists: readonly CodeList[] = []
