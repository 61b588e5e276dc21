import type { Problem, RecordView } from '#changes/change.ts'
import { type Content, isAnswered, plainText } from '#dictionary/answer.ts'
import type { Situation } from '../rule-set.ts'
import { dayOf, surelyAfter } from '../when.ts'

/** What is asked of the service directory; everything absent means any. */
export interface ProviderWanted {
  readonly service?: string | undefined
  readonly language?: string | undefined
  /** `child` or `adult`. */
  readonly age?: string | undefined
  readonly sex?: string | undefined
  readonly country?: string | undefined
  /** Any part of the name or the town. */
  readonly text?: string | undefined
}

/** May this provider serve the person who is asked for? Silence about ages and sexes means everybody. */
export function offers({ content }: RecordView, wanted: ProviderWanted): boolean {
  return (
    content.state !== 'ended' &&
    names(content.services, wanted.service) &&
    names(content.languages, wanted.language) &&
    (!isAnswered(content.ages) || names(content.ages, wanted.age)) &&
    (!isAnswered(content.sexes) || names(content.sexes, wanted.sex)) &&
    (wanted.country === undefined || content.country === wanted.country) &&
    holds(content, wanted.text)
  )
}

/** Providers that fit: those that take referrals first, then by name. */
export const fitting = (providers: readonly RecordView[], wanted: ProviderWanted): readonly RecordView[] =>
  providers
    .filter(provider => offers(provider, wanted))
    .toSorted((a, b) => rank(a) - rank(b) || plainText(a.content.name).localeCompare(plainText(b.content.name)))

/** Nobody has asked this organisation for a year whether all this is still so. */
export function isStale({ verifiedOn }: Content, today: string): boolean {
  const day = dayOf(verifiedOn)
  const limit = `${Number(today.slice(0, 4)) - 1}${today.slice(4)}`
  return day === null || surelyAfter(limit, day)
}

/**
 * Is there an agreement to share under? `none` for an authority is a warning, for every other organisation a refusal.
 * An authority answers to a law; a private organisation only to what it has signed.
 */
export function agreementOf(content: Content, today: string): 'in_force' | 'none' {
  const until = dayOf(content.agreementUntil)
  return until !== null && !surelyAfter(today, until) ? 'in_force' : 'none'
}

export const isAuthority = ({ kind }: Content): boolean => authorities.has(plainText(kind))

const authorities: ReadonlySet<string> = new Set([
  'health',
  'social_service',
  'police',
  'border',
  'consulate',
  'labour_inspection',
  'international_organisation',
])

export function providerProblems({ content }: Situation): readonly Problem[] {
  const missing = ['name', 'kind'].filter(field => !isAnswered(content[field]))
  if (missing.length > 0) return missing.map(field => ({ code: 'provider_incomplete', field }))
  return content.kind === 'shelter' && isAnswered(content.publicAddress)
    ? [{ code: 'provider_shelter_address', field: 'publicAddress' }]
    : []
}

const names = (value: Content[string] | undefined, code: string | undefined) =>
  code === undefined || (Array.isArray(value) && (value as readonly string[]).includes(code))

const holds = ({ name, town }: Content, text = '') =>
  [name, town].some(each => plainText(each).toLowerCase().includes(text.trim().toLowerCase()))

const rank = ({ content }: RecordView) => (content.state === 'active' || !isAnswered(content.state) ? 0 : 1)
