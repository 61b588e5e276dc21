import type { CaseFile, RecordView } from '#changes/change.ts'
import { isAnswered } from '#dictionary/answer.ts'
import { isChild } from './age.ts'
import { inOrder, ofType } from './latest.ts'
import { dayOf } from './when.ts'

/** Is there consent, for this purpose, today? One purpose at a time; silence is never a yes. */
export type ConsentState = 'yes' | 'no' | 'withdrawn' | 'never_asked'

export interface ConsentReading {
  readonly state: ConsentState
  /** The record it rests on; null when nobody asked. */
  readonly record: RecordView | null
  /** For a child: what is not yet a yes. The guardian's consent and the child's own assent are two questions. */
  readonly lacks: readonly ('guardian' | 'assent')[]
}

export interface ConsentQuestion {
  /** For sharing: a record that names this recipient goes before one that names nobody. */
  readonly recipient?: string
  readonly today: string
}

export function consentInForce(file: CaseFile, purpose: string, about: ConsentQuestion): ConsentReading {
  const asked = inOrder(ofType(file, 'consent'), 'givenOn').filter(record => record.content.purpose === purpose)
  const record = pick(asked, about.recipient)
  if (!record) return { state: 'never_asked', record: null, lacks: [] }
  const { content } = record
  const withdrawn = dayOf(content.withdrawnOn)
  if (withdrawn !== null && withdrawn <= about.today) return { state: 'withdrawn', record, lacks: [] }
  const agrees = purpose === 'interview' ? [content.decision, content.agreesToInterview] : [content.decision]
  if (agrees.includes('no')) return { state: 'no', record, lacks: [] }
  if (!isChild(file)) return { state: agrees.includes('yes') ? 'yes' : 'never_asked', record, lacks: [] }
  return forChild(record)
}

/** The seven questions of the standard: how many of them have an answer, and which have none. */
export function sevenAnswered(record: RecordView): { readonly answered: number; readonly missing: readonly string[] } {
  const missing = seven.filter(name => !isAnswered(record.content[name]))
  return { answered: seven.length - missing.length, missing }
}

const seven = [
  'agreesToInterview',
  'informedOfPurpose',
  'informedOfUse',
  'informedOfResearch',
  'informedOfAccess',
  'informedOfRetention',
  'informedOfWithdrawal',
] as const

function forChild(record: RecordView): ConsentReading {
  const { guardianConsent, childAssent } = record.content
  const lacks = [
    ...(guardianConsent === 'yes' ? [] : (['guardian'] as const)),
    ...(childAssent === 'yes' ? [] : (['assent'] as const)),
  ]
  const refused = guardianConsent === 'no' || childAssent === 'no'
  return { state: refused ? 'no' : lacks.length > 0 ? 'never_asked' : 'yes', record, lacks }
}

function pick(asked: readonly RecordView[], recipient: string | undefined): RecordView | undefined {
  if (recipient === undefined) return asked.at(-1)
  const name = (value: unknown) => (typeof value === 'string' ? value.normalize('NFC').trim().toLowerCase() : '')
  const named = asked.findLast(record => name(record.content.recipient) === name(recipient))
  return named ?? asked.findLast(record => !isAnswered(record.content.recipient))
}
