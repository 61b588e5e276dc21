import type { Catalogue } from '#dictionary/translated.ts'

/**
 * Languages of the app. A catalogue holds the app's own sentences by key, and the dictionary's words by their English text:
 * a word that stands in twenty lists is translated once. What a catalogue lacks stands in English.
 */
interface Language {
  readonly code: LanguageCode
  /** As its speakers write it; languages have no flags. */
  readonly name: string
  readonly dir: 'ltr' | 'rtl'
}

const codes = ['en', 'fr', 'es', 'ru', 'uk', 'ar'] as const
export type LanguageCode = (typeof codes)[number]

export const languages: readonly Language[] = [
  { code: 'en', name: 'English', dir: 'ltr' },
  { code: 'fr', name: 'Français', dir: 'ltr' },
  { code: 'es', name: 'Español', dir: 'ltr' },
  { code: 'ru', name: 'Русский', dir: 'ltr' },
  { code: 'uk', name: 'Українська', dir: 'ltr' },
  { code: 'ar', name: 'العربية', dir: 'rtl' },
]

/** The language of this tag (`uk-UA`), or English when the app does not speak it. */
export function languageOf(tag: string | null | undefined): Language {
  const [primary = ''] = (tag ?? '').toLowerCase().split('-')
  return languages.find(({ code }) => code === primary) ?? (languages[0] as Language)
}

export interface Texts {
  readonly app: Catalogue
  readonly dictionary: Catalogue
}

type Other = Exclude<LanguageCode, 'en'>

const catalogues: Readonly<Record<Other, () => Promise<readonly [Catalogue, Catalogue]>>> = {
  fr: () => Promise.all([json(import('./fr.json')), json(import('#dictionary/words/fr.json'))]),
  es: () => Promise.all([json(import('./es.json')), json(import('#dictionary/words/es.json'))]),
  ru: () => Promise.all([json(import('./ru.json')), json(import('#dictionary/words/ru.json'))]),
  uk: () => Promise.all([json(import('./uk.json')), json(import('#dictionary/words/uk.json'))]),
  ar: () => Promise.all([json(import('./ar.json')), json(import('#dictionary/words/ar.json'))]),
}

const json = (file: Promise<{ readonly default: unknown }>): Promise<Catalogue> =>
  file.then(({ default: content }) => content as Catalogue)

/** The catalogues of a language, each a file of its own that is fetched when the language is first used; null for English. */
export async function textsOf(code: LanguageCode): Promise<Texts | null> {
  if (code === 'en') return null
  const [app, dictionary] = await catalogues[code]()
  return { app, dictionary }
}
