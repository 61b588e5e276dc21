import type { CaseFile, Problem } from '#changes/change.ts'
import { consentInForce } from '../consent.ts'
import { isApproved } from '../teamwork/approval.ts'

/**
 * May this leave? Asked by everything that shares: disclosure, referral, return, research. Silence is never a yes.
 */
export interface Sharing {
  /** Code of `recipient_kind`. */
  readonly recipientKind?: string | null
  /** Id of a record of the directory. */
  readonly organisation?: string | null
  readonly today: string
  /** The record that shares (a referral, a disclosure): an approved exception for it stands in for consent. */
  readonly of: string
  /** Purpose of the consent that is asked for; default `sharing`. */
  readonly purpose?: 'sharing' | 'return' | 'research'
}

export const sharingCodes = ['sharing_consent_missing', 'sharing_consent_refused', 'sharing_consent_withdrawn'] as const

/**
 * The missing consent by its name, or nothing. Details: `purpose` and `recipient` (codes), and `lacks` (guardian, assent)
 * when a child's consent is not whole. A second person's approval of `consent_override` for the record satisfies it (AS12).
 */
export function sharingProblems(file: CaseFile, sharing: Sharing): readonly Problem[] {
  const { purpose = 'sharing', recipientKind, of } = sharing
  const { state, lacks } = consentInForce(file, purpose, sharing)
  if (state === 'yes' || isApproved(file, 'consent_override', of)) return []
  const details = {
    purpose,
    recipient: recipientKind ?? 'other',
    ...(lacks.length > 0 ? { lacks: lacks.join(' ') } : {}),
  }
  return [{ code: codeOf[state], details }]
}

const codeOf = {
  never_asked: 'sharing_consent_missing',
  no: 'sharing_consent_refused',
  withdrawn: 'sharing_consent_withdrawn',
} as const
