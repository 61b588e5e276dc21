import { languageOfCountry } from './language.ts'
import type { WordKeys } from './word-keys.ts'
import { nameWords } from './words.ts'

/** A name as it is written down; fields that a file does not have are left out. */
export interface WrittenName {
  readonly given?: string | null
  readonly middle?: string | null
  readonly family?: string | null
  /** The whole name in one field, when the file does not divide it. */
  readonly full?: string | null
  /** Earlier or other family names: before a marriage, in another document. */
  readonly previous?: readonly string[]
  /** ISO 3166 alpha-2 of nationality, else of birth. */
  readonly country?: string | null
}

/** The words of a name by what they are; Latin, lower case, in the order written. */
export interface NameRoles {
  readonly given: readonly string[]
  /** Name of the father as the patronymic gives it (ivan for Ivanovich, Ivanivna), or as the second name of a chain. */
  readonly father: string | null
  readonly family: readonly string[]
  /** Families before this one, each as words. */
  readonly previous: readonly (readonly string[])[]
  /** de, van, al, bin …: kept out of comparisons. */
  readonly particles: readonly string[]
  /** The person has one name; it stands in `given`. */
  readonly oneName: boolean
}

export function rolesOf(name: WrittenName, wordsOf: WordKeys['words'] = nameWords): NameRoles {
  const country = name.country?.toUpperCase() ?? null
  const read = (text: string | null | undefined) =>
    withoutParticles(wordsOf(text ?? '', languageOfCountry(country)), country)
  const divided = name.given || name.family || name.middle
  const parts = divided
    ? { given: read(name.given), middle: read(name.middle), family: read(name.family) }
    : dividedByCountry(name.full ?? '', country, read)
  const cut = withPatronymic(parts, country)
  const family = same(cut.given, cut.family) ? [] : cut.family
  const given = cut.given.length > 0 ? cut.given : family
  return {
    given,
    father: cut.father,
    family: cut.given.length > 0 ? family : [],
    previous: (name.previous ?? []).map(text => read(text).words).filter(words => words.length > 0),
    particles: [...parts.given.particles, ...parts.middle.particles, ...parts.family.particles],
    oneName: given.length === 1 && (family.length === 0 || cut.given.length === 0) && cut.father === null,
  }
}

interface Words {
  readonly words: readonly string[]
  readonly particles: readonly string[]
}

interface Parts {
  readonly given: Words
  readonly middle: Words
  readonly family: Words
}

const none: Words = { words: [], particles: [] }
const same = (a: readonly string[], b: readonly string[]): boolean => a.length > 0 && a.join(' ') === b.join(' ')

const particles = new Set(
  'al el ul bin ben ibn bint binti binte de da do dos das del della di du la le les van von vande der den ter zu av af mac'.split(
    ' ',
  ),
)
/** Where short words are names and not particles. */
const withoutAny = new Set('VN KH LA CN TW HK KR KP JP MM TH MN ID'.split(' '))

/** A particle needs a word after it: Ben and Le alone are names. */
function withoutParticles(words: readonly string[], country: string | null): Words {
  if (country !== null && withoutAny.has(country)) return { words, particles: [] }
  const isParticle = (word: string, at: number) => particles.has(word) && at < words.length - 1
  return { words: words.filter((word, at) => !isParticle(word, at)), particles: words.filter(isParticle) }
}

const familyFirst = new Set('VN KH CN TW HK KR KP JP HU'.split(' '))
const twoFamilies = new Set('ES MX CO VE PE EC BO CL AR PY UY DO CU GT HN SV NI CR PA PH PR'.split(' '))
/** A given name, then the father's, then the grandfather's; no family name. */
const chained = new Set('ET ER SO DJ IS'.split(' '))

/** One field: a comma ends the family name; a patronymic tells where the given name stands; else the custom of the country. */
function dividedByCountry(full: string, country: string | null, read: (text: string) => Words): Parts {
  const comma = full.indexOf(',')
  if (comma > 0) return { family: read(full.slice(0, comma)), given: read(full.slice(comma + 1)), middle: none }
  const { words, particles: left } = read(full)
  const part = (from: number, to: number): Words => ({ words: words.slice(from, to), particles: [] })
  const whole = (given: Words, middle: Words, family: Words): Parts => ({
    given: { ...given, particles: left },
    middle,
    family,
  })
  const patronymic = words.findIndex((word, at) => at > 0 && fatherOf(word, country) !== null)
  if (words.length >= 3 && patronymic > 0) {
    // ogly and kyzy belong to the word before them.
    const from = fatherOf(words[patronymic] ?? '', country) === '' ? patronymic - 1 : patronymic
    const after = part(patronymic + 1, words.length)
    // Family, given, patronymic: the order of Slavic documents.
    const family = after.words.length > 0 ? after : part(0, from - 1)
    if (from > 0) return whole(part(from - 1, from), part(from, patronymic + 1), family)
  }
  if (country !== null && chained.has(country)) return whole(part(0, 1), part(1, 2), part(2, words.length))
  if (words.length < 2) return whole(part(0, 1), none, none)
  if (country !== null && familyFirst.has(country)) return whole(part(1, words.length), none, part(0, 1))
  const families = country !== null && twoFamilies.has(country) && words.length >= 3 ? 2 : 1
  return whole(part(0, words.length - families), none, part(words.length - families, words.length))
}

const patronymicCountries = new Set('RU UA BY KZ KG UZ TJ TM AZ AM GE MD MN EE LV LT IL'.split(' '))

/**
 * The father's name in a patronymic of eastern Europe and central Asia; null when the word is none. In the Balkans -ić ends family names,
 * so the rule holds only where patronymics are used, or for the endings of women (-ovna, -ivna), which are nothing else.
 */
export function fatherOf(latin: string, country: string | null): string | null {
  const daughter =
    /^(.{2,}?)(?:yov|iov|ov|ev|iev|yev|iv|yiv|iiv|jev|jov)n[ay]$/.exec(latin) ??
    /^(.{2,}?)(?:in)?i(?:ch|c|sh)na$/.exec(latin)
  if (daughter?.[1]) return daughter[1]
  if (country === null || !patronymicCountries.has(country)) return null
  const son = /^(.{2,}?)(?:yov|iov|ov|ev|iev|yev|jev|jov|av|iav)(?:ich|ych|itch|ytch|itsch|yc|ic|icz|ycz)$/.exec(latin)
  if (son?.[1]) return son[1]
  return /^(?:ogly|oglu|ogli|ugli|uulu|uly|kyzy|kizi|qizi|gizi|kyz)$/.test(latin) ? '' : null
}

/** Takes the patronymic out of the given, middle or family field; ogly and kyzy make the word before them one. */
function withPatronymic(parts: Parts, country: string | null) {
  let father: string | null = null
  const take = (words: readonly string[], from: number): string[] => {
    const left: string[] = []
    words.forEach((word, at) => {
      const found = father === null && left.length >= from ? fatherOf(word, country) : null
      if (found === null) left.push(word)
      else father = found === '' ? (left.pop() ?? null) : found
      if (at === words.length - 1 && left.length === 0 && from > 0) left.push(word)
    })
    return left
  }
  const middle = take(parts.middle.words, 0)
  const given = take(parts.given.words, 1)
  const family = take(parts.family.words, 1)
  const chain = country !== null && (chained.has(country) || country === 'BG')
  const own: string | undefined = middle[0]
  if (father === null && chain && own !== undefined) {
    const stem = country === 'BG' ? own.replace(/(?:ov|ev)a?$/, '') : own
    return { given, father: stem, family: [...middle.slice(1), ...family] }
  }
  return { given: [...given, ...middle], father, family }
}
