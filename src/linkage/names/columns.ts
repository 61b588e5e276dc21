import { rolesOf, type WrittenName } from './roles.ts'
import { type WordKeys, wordKeys } from './word-keys.ts'

/** A name as columns to compare and to block on. Only a to z, digits and blanks, so any engine's string functions count characters. */
export interface NameColumns {
  /** Words in the order written; null when there are none. */
  readonly given: string | null
  readonly father: string | null
  readonly family: string | null
  /** Family without its female ending. */
  readonly familyStem: string | null
  /** Every word but particles and the patronymic, sorted: equal whatever the order of names. */
  readonly bag: string | null
  readonly givenSkeleton: string | null
  /** Of the stems. */
  readonly familySkeleton: string | null
  /** Of every word of the bag with stems, sorted. */
  readonly skeleton: string | null
  /** Consonants of every word of the bag, sorted. */
  readonly consonants: string | null
  /** Skeletons of the present family and of those before, to compare any with any. */
  readonly families: readonly string[]
  /** Keys of the given names in the list of aliases. */
  readonly aliases: readonly string[]
  /** Daitch-Mokotoff codes of the words of the bag. */
  readonly sounds: readonly string[]
  readonly oneName: boolean
}

export function nameColumns(name: WrittenName, keys: WordKeys = wordKeys): NameColumns {
  const { given, father, family, previous, oneName } = rolesOf(name, keys.words)
  const givenKeys = given.map(keys.of)
  const familyKeys = family.map(keys.of)
  const stems = familyKeys.map(each => each.stem)
  const stemKeys = stems.map(keys.of)
  const familySkeleton = joined(stemKeys.map(each => each.skeleton))
  return {
    given: joined(given),
    father,
    family: joined(family),
    familyStem: joined(stems),
    bag: joined([...given, ...family].sort()),
    givenSkeleton: joined(givenKeys.map(each => each.skeleton)),
    familySkeleton,
    skeleton: joined([...givenKeys, ...stemKeys].map(each => each.skeleton).sort()),
    consonants: joined([...givenKeys, ...familyKeys].map(each => each.consonants).sort()),
    families: distinct([familySkeleton ?? '', ...previous.map(words => skeletonOfStems(words, keys) ?? '')]),
    aliases: distinct(givenKeys.flatMap(each => each.aliases)).sort(),
    sounds: distinct([...givenKeys, ...stemKeys].flatMap(each => each.sounds)).sort(),
    oneName,
  }
}

const skeletonOfStems = (words: readonly string[], keys: WordKeys): string | null =>
  joined(words.map(word => keys.of(keys.of(word).stem).skeleton))

const joined = (words: readonly string[]): string | null => {
  let text = ''
  for (const word of words) if (word !== '') text = text === '' ? word : `${text} ${word}`
  return text === '' ? null : text
}

/** Names have so few keys that looking through them is cheaper than a set. */
const distinct = (texts: readonly string[]): string[] => {
  const found: string[] = []
  for (const text of texts) if (text !== '' && !found.includes(text)) found.push(text)
  return found
}
