import { type Dictionary, fieldOf } from '#dictionary/dictionary.ts'

/** What a person's own copy keeps back: others than the person are named in it by nobody's consent. */

/** Records about other persons: that they exist is said, their content is not. */
const aboutOthers: ReadonlySet<string> = new Set(['actor', 'tie', 'link'])

/** Fields that hold somebody's name and nothing else. */
const names: ReadonlySet<string> = new Set([
  'determination.decider',
  'case.referringCaseworker',
  'referral.caseworker',
  'family_assessment.assessor',
  'representation.representative',
])

/** Fields that name or describe somebody in free words. */
const descriptions: ReadonlySet<string> = new Set([
  'actor.name',
  'consent.present',
  'guardian.who',
  'tracing_request.about',
  'tracing_result.findings',
  'claim.against',
])

/**
 * True when the value of this field stays out of the copy: it is about somebody else, or it is the address of a shelter, which is
 * the safety of all who live there.
 */
export function isKeptBack(d: Dictionary, type: string, field: string): boolean {
  const at = `${type}.${field}`
  if (aboutOthers.has(type) || names.has(at) || descriptions.has(at)) return true
  const declared = fieldOf(d, type, field)
  return declared === undefined || declared.class === 'protected'
}

/** What a person says or is asked of themselves, in their own words. */
const ownWords: ReadonlySet<string> = new Set(['person', 'rights_request'])

/**
 * True when a colleague could have written into this field where somebody else is. Such words stay out of the copy of whoever looks
 * for a child: a text that does not name the child may still say where the child is.
 */
export function mayPlaceChild(d: Dictionary, type: string, field: string): boolean {
  const declared = fieldOf(d, type, field)
  return (declared?.kind === 'text' || declared?.kind === 'long_text') && !ownWords.has(type)
}

/** How the words of a field are blotted out wherever they stand in other texts; null when nobody is named in it. */
export function namedIn(type: string, field: string): 'name' | 'description' | null {
  const at = `${type}.${field}`
  return names.has(at) ? 'name' : descriptions.has(at) ? 'description' : null
}

export const blot = '[…]'

/**
 * A function that blots others out of a text. Every word of a name goes, in any case of letters; of a description only the words
 * that stand there as names do, with a capital or in a script that has none. Words that the person's own names share (a
 * family name) stay: they are the person's own.
 */
export function redactor(o: {
  readonly names: readonly string[]
  readonly descriptions: readonly string[]
  readonly own: readonly string[]
}): (text: string) => string {
  const mine = new Set(o.own.flatMap(words).map(word => word.toLowerCase()))
  const others = (texts: readonly string[]) => texts.flatMap(words).filter(word => !mine.has(word.toLowerCase()))
  const patterns = [
    pattern(others(o.names), 'giu'),
    pattern(
      others(o.descriptions).filter(word => !/^\p{Ll}/u.test(word)),
      'gu',
    ),
  ].filter(each => each !== null)
  return text => patterns.reduce((left, each) => left.replace(each, blot), text)
}

function pattern(found: readonly string[], flags: string): RegExp | null {
  if (found.length === 0) return null
  const any = [...new Set(found)]
    .sort((a, b) => b.length - a.length)
    .map(word => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`(?<![\\p{L}\\p{N}])(?:${any.join('|')})(?![\\p{L}\\p{N}])`, flags)
}

/** Words of a name that tell somebody apart; initials and small words do not. */
const words = (name: string): string[] => name.split(/[^\p{L}\p{M}\p{N}’'-]+/u).filter(word => [...word].length >= 3)
