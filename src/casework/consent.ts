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
  /** For sharing: to whom (code of `recipient_kind`), and to which organisation of the directory. */
  readonly recipientKind?: string | null
  readonly organisation?: string | null
  readonly today: string
}

/**
 * The answer that counts today. Of consents to sharing, one that names the recipient goes before one that names nobody,
 * and a yes for one recipient is no yes for another. The last word counts: a later refusal of all sharing ends a named
 * yes. Authorities must be named: a general yes never opens a file to police, another authority or a consulate.
 */
export function consentInForce(file: CaseFile, purpose: string, about: ConsentQuestion): ConsentReading {
  const asked = inOrder(ofType(file, 'consent'), 'givenOn').filter(record => record.content.purpose === purpose)
  const record = purpose === 'sharing' ? forRecipient(asked, about) : asked.at(-1)
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

const mustBeNamed: ReadonlySet<unknown> = new Set(['police', 'authority', 'consulate'])

function forRecipient(asked: readonly RecordView[], about: ConsentQuestion): RecordView | undefined {
  const { recipientKind, organisation } = about
  const named = (record: RecordView) => isAnswered(record.content.recipientOrganisation) || isKind(record)
  const isKind = ({ content }: RecordView) =>
    isAnswered(content.recipientKind) && !isAnswered(content.recipientOrganisation)
  const general = asked.findLast(record => !named(record))
  const specific =
    asked.findLast(({ content }) => isAnswered(organisation) && content.recipientOrganisation === organisation) ??
    asked.findLast(
      record => isAnswered(recipientKind) && isKind(record) && record.content.recipientKind === recipientKind,
    )
  if (!specific) return general && isYes(general) && mustBeNamed.has(recipientKind) ? undefined : general
  // Said on one day, the named answer is the exception from the general one.
  return general !== undefined && saidOn(general) > saidOn(specific) && !isYes(general) ? general : specific
}

const saidOn = (record: RecordView) => dayOf(record.content.givenOn) ?? record.createdAt.slice(0, 10)

const isYes = ({ content }: RecordView) => content.decision === 'yes' && !isAnswered(content.withdrawnOn)
