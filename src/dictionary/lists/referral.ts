import type { CodeList } from '../code-list.ts'

/** Answers of referrals. */
export const referralLists: readonly CodeList[] = []
