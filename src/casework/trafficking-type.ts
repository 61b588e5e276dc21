import type { CaseFile } from '#changes/change.ts'
import { isAnswered, type Value } from '#dictionary/answer.ts'
import { ofType } from './latest.ts'

export interface TraffickingTypeSuggestion {
  /** null: not enough is known to suggest anything. */
  readonly type: 'internal' | 'cross_border' | 'both' | null
  readonly origin: string | null
  /** Countries of exploitation it rests on, sorted. */
  readonly countries: readonly string[]
}

/** A suggestion for the form, never stored by itself: exploited at home, abroad, or first one and then the other. */
export function suggestTraffickingType(file: CaseFile): TraffickingTypeSuggestion {
  const origin = originOf(file)
  const countries = [
    ...new Set(ofType(file, 'episode').flatMap(({ content }) => codesIn(content.countryOfExploitation))),
  ].sort()
  if (origin === null || countries.length === 0) return { type: null, origin, countries }
  const home = countries.includes(origin)
  const abroad = countries.some(country => country !== origin)
  return { type: home && abroad ? 'both' : home ? 'internal' : 'cross_border', origin, countries }
}

/** Country of origin; else the only nationality. */
function originOf(file: CaseFile): string | null {
  const { countryOfOrigin } = file.case.content
  if (isAnswered(countryOfOrigin) && typeof countryOfOrigin === 'string') return countryOfOrigin
  const nationalities = codesIn(file.person?.content.nationality).filter(code => code !== 'stateless')
  return nationalities.length === 1 ? (nationalities[0] ?? null) : null
}

const codesIn = (value: Value | undefined): readonly string[] => (Array.isArray(value) ? value : [])
