import { aliasesOf } from './aliases.ts'
import { daitchMokotoff } from './daitch-mokotoff.ts'
import { consonantsOf, skeletonOf } from './keys.ts'
import type { NameLanguage } from './language.ts'
import { surnameStem } from './surname.ts'
import { nameWords } from './words.ts'

/** What is worked out of one word of a name. */
export interface KeysOfWord {
  readonly skeleton: string
  readonly consonants: string
  readonly stem: string
  readonly aliases: readonly string[]
  readonly sounds: readonly string[]
}

export interface WordKeys {
  /** The words of a text. */
  readonly words: (text: string, language: NameLanguage | null) => readonly string[]
  readonly of: (word: string) => KeysOfWord
}

export const wordKeys: WordKeys = {
  words: nameWords,
  of: word => ({
    skeleton: skeletonOf(word),
    consonants: consonantsOf(word),
    stem: surnameStem(word),
    aliases: aliasesOf(word),
    sounds: daitchMokotoff(word),
  }),
}

/** More different words than a language has names; then the memory begins anew. */
const most = 200_000

/**
 * The same, remembering: of a million registrations most words have been seen before. It holds names, so whoever makes it drops it with
 * the work at hand.
 */
export function rememberingKeys(): WordKeys {
  return {
    words: remembered(wordKeys.words, (text, language) => `${language ?? ''} ${text}`),
    of: remembered(wordKeys.of, word => word),
  }
}

function remembered<A extends readonly unknown[], R>(
  work: (...of: A) => R,
  keyOf: (...of: A) => string,
): (...of: A) => R {
  const known = new Map<string, R>()
  return (...of) => {
    const key = keyOf(...of)
    const before = known.get(key)
    if (before !== undefined) return before
    if (known.size >= most) known.clear()
    const found = work(...of)
    known.set(key, found)
    return found
  }
}
