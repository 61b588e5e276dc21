import type { CaseFile, Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import { isChild } from '../age.ts'
import { familyInForce } from '../assessment/best-interest.ts'
import { ofType } from '../latest.ts'
import { sharingProblems } from '../rights/sharing.ts'

/** What of a finding may leave, and to whom. Where a child is, or how to reach the child, is told to nobody. */

/** Code of `tracing_content`, the least first. */
export const tellings = ['safe', 'message', 'contact', 'place'] as const
export type Telling = (typeof tellings)[number]
const place: readonly string[] = ['place', 'contact']

export const tellingCodes = ['tracing_child_place', 'tracing_no_contact', 'tracing_family_involved'] as const

/** The request that a result answers; null when it names none of the file. */
export const requestOf = (file: CaseFile, { request }: Content): RecordView | null =>
  isAnswered(request) ? (ofType(file, 'tracing_request').find(({ id }) => id === request) ?? null) : null

/** When the person asks, somebody else is looked for, and is taken for a child until somebody says otherwise. */
function findsChild(file: CaseFile, content: Content): boolean {
  const request = requestOf(file, content)
  const personAsks = (request?.content.requester ?? content.sharedWith) === 'person'
  if (personAsks && request?.content.soughtAge !== 'adult') return true
  return content.sharedWith !== 'person' || !personAsks ? isChild(file) : false
}

export interface Tells {
  /** The result as it will be: `outcome`, `sharedWith`, `shared`. */
  readonly content: Content
  /** Its id. */
  readonly of: string
  readonly today: string
  /** The register itself, with what a paper file says was told. */
  readonly machine?: boolean
}

/** Why this may not be told to them. */
export function tellingFaults(file: CaseFile, { content, of, today, machine }: Tells): readonly Problem[] {
  const codes = Array.isArray(content.shared) ? (content.shared as readonly string[]) : []
  const places = codes.some(code => place.includes(code))
  const held: Problem[] = [
    ...(places && findsChild(file, content) ? [{ code: 'tracing_child_place', field: 'shared' }] : []),
    ...(places && content.outcome === 'no_contact' ? [{ code: 'tracing_no_contact', field: 'shared' }] : []),
  ]
  const involvement = familyInForce(file)?.content.involvement
  if (involvement === 'suspected' || involvement === 'confirmed')
    return [...held, { code: 'tracing_family_involved', field: 'sharedWith' }]
  // Who asks about the own family is told; anybody else is told with the person's consent to that recipient.
  if (content.sharedWith === 'person' || machine === true) return held
  const recipientKind = recipients[plainText(content.sharedWith)] ?? null
  return [...held, ...sharingProblems(file, { recipientKind, today, of })]
}

/** Who is told, in the words in which consents name recipients (list `recipient_kind`). */
const recipients: Readonly<Record<string, string>> = {
  family: 'family',
  authority: 'authority',
  tracing_service: 'international_organisation',
  partner: 'ngo',
}

/** Each thing that could be told, with the reason why it may not; null: it may. */
export const tellable = (
  file: CaseFile,
  { content, ...asked }: Tells,
): readonly { readonly telling: Telling; readonly problem: Problem | null }[] =>
  tellings.map(telling => ({
    telling,
    problem: tellingFaults(file, { ...asked, content: { ...content, shared: [telling] } })[0] ?? null,
  }))
