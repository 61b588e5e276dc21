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
  /** Of `bag` with stems, sorted. */
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
  const stems = family.map(keys.stem)
  const bag = [...given, ...family]
  const stemmed = [...given, ...stems]
  return {
    given: joined(given),
    father,
    family: joined(family),
    familyStem: joined(stems),
    bag: joined(bag.toSorted()),
    givenSkeleton: joined(given.map(keys.skeleton)),
    familySkeleton: joined(stems.map(keys.skeleton)),
    skeleton: joined(stemmed.map(keys.skeleton).sort()),
    consonants: joined(bag.map(keys.consonants).sort()),
    families: distinct(
      [stems, ...previous.map(words => words.map(keys.stem))].map(words => words.map(keys.skeleton).join(' ')),
    ),
    aliases: distinct(given.flatMap(keys.aliases)).sort(),
    sounds: distinct(stemmed.flatMap(keys.sounds)).sort(),
    oneName,
  }
}

const joined = (words: readonly string[]): string | null => {
  const text = words.filter(word => word !== '').join(' ')
  return text === '' ? null : text
}

const distinct = (texts: readonly string[]): string[] => [...new Set(texts.filter(text => text !== ''))]
