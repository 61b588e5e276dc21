import { messagesOf } from '#dictionary/catalogue.ts'
import type { Dictionary } from '#dictionary/dictionary.ts'
import { translated } from '#dictionary/translated.ts'
import { ar } from './ar.ts'
import type { CopyCatalogue } from './catalogue.ts'
import { en } from './en.ts'
import { es } from './es.ts'
import { fr } from './fr.ts'
import { ru } from './ru.ts'
import { uk } from './uk.ts'

export type CopyKey = keyof typeof en.words

const catalogues: readonly CopyCatalogue[] = [en, fr, es, ru, uk, ar]
const byLanguage: ReadonlyMap<string, CopyCatalogue> = new Map(catalogues.map(each => [each.language, each]))

/** Languages that the copy can be made in, English first. */
export const copyLanguages: readonly string[] = catalogues.map(({ language }) => language)

/** Keys of a language that no native speaker has reviewed. English is what the product is written in. */
export function unreviewed({ words, reviewed }: Pick<CopyCatalogue, 'words' | 'reviewed'>): readonly string[] {
  return reviewed === 'all' ? [] : Object.keys(words).filter(key => !reviewed.includes(key))
}

export interface CopyLanguage {
  /** What the request names, else the first language of the person's record, else English. */
  readonly asked: string
  /** What the copy is written in: `asked`, else another language of the person that there is a catalogue for, else English. */
  readonly given: string
}

/** The language of a copy: what was asked for comes before what the person is known to speak. */
export function copyLanguage(asked: unknown, spoken: readonly string[]): CopyLanguage {
  const wished = [...(typeof asked === 'string' ? [asked] : []), ...spoken].filter(code => /^[a-z]{2,3}$/.test(code))
  return { asked: wished[0] ?? 'en', given: wished.find(code => byLanguage.has(code)) ?? 'en' }
}

export interface CopyWords {
  readonly catalogue: CopyCatalogue
  /** Every word of the dictionary and of the copy, English where the catalogue has none. */
  readonly words: Readonly<Record<string, string>>
  /** The language in which the word of this key stands: that of the catalogue, or English. */
  languageOf(key: string): string
  /** A sentence of the copy with its values. */
  say(key: CopyKey, values?: Readonly<Record<string, string>>): string
}

/**
 * The words of a copy in a language; a language without a catalogue reads English.
 * @param texts words of the dictionary in this language by their English text; the copy's own come before them
 */
export function copyWordsOf(d: Dictionary, language: string, texts: Readonly<Record<string, string>> = {}): CopyWords {
  const catalogue = byLanguage.get(language) ?? en
  const english = messagesOf(d)
  const own = catalogue === en ? {} : { ...translated(english, { texts }, catalogue.language), ...catalogue.words }
  const words: Readonly<Record<string, string>> = { ...english, ...en.words, ...own }
  return {
    catalogue,
    words,
    languageOf: key => (key in own ? catalogue.language : 'en'),
    say: (key, values = {}) =>
      (words[key] ?? key).replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole),
  }
}
