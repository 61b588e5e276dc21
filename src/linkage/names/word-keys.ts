import { aliasesOf } from './aliases.ts'
import { daitchMokotoff } from './daitch-mokotoff.ts'
import { consonantsOf, skeletonOf } from './keys.ts'
import type { NameLanguage } from './language.ts'
import { surnameStem } from './surname.ts'
import { nameWords } from './words.ts'

/** What is worked out of a text or a word of a name. */
export interface WordKeys {
  readonly words: (text: string, language: NameLanguage | null) => readonly string[]
  readonly skeleton: (word: string) => string
  readonly consonants: (word: string) => string
  readonly stem: (word: string) => string
  readonly aliases: (word: string) => readonly string[]
  readonly sounds: (word: string) => readonly string[]
}

export const wordKeys: WordKeys = {
  words: nameWords,
  skeleton: skeletonOf,
  consonants: consonantsOf,
  stem: surnameStem,
  aliases: aliasesOf,
  sounds: daitchMokotoff,
}

/** More different words than a language has names; then the memory begins anew. */
const most = 200_000

/**
 * The same, remembering: of a million registrations most words have been seen before. It holds names, so whoever makes it drops it with
 * the work at hand.
 */
export function rememberingKeys(): WordKeys {
  return {
    words: remembered(nameWords, (text, language) => `${language ?? ''} ${text}`),
    skeleton: remembered(skeletonOf, word => word),
    consonants: remembered(consonantsOf, word => word),
    stem: remembered(surnameStem, word => word),
    aliases: remembered(aliasesOf, word => word),
    sounds: remembered(daitchMokotoff, word => word),
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
