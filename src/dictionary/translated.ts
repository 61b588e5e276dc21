/** A catalogue of one language: the app's sentences by their keys, or the dictionary's words by their English text. */
export interface Catalogue {
  /** Who, speaking it from childhood, has read which text and when; `*` for all of them. What is not here nobody has read yet. */
  readonly reviewed: Readonly<Record<string, string>>
  readonly texts: Readonly<Record<string, string>>
}

/** Whether a native speaker has read a text, by its key. */
export const isReviewed = ({ reviewed }: Pick<Catalogue, 'reviewed'>, key: string): boolean =>
  key in reviewed || '*' in reviewed

/** Names of countries and languages come from the platform, which has them in every language. */
const named = [
  [/^list\.(?:country|nationality)\.([A-Z]{2})$/, 'region'],
  [/^list\.language\.([a-z]{2,3})$/, 'language'],
] as const

/** The dictionary's words that can be said in another language, by the same keys; what the catalogue lacks is left out. */
export function translated(
  english: Readonly<Record<string, string>>,
  { texts }: Pick<Catalogue, 'texts'>,
  locale: string,
): Readonly<Record<string, string>> {
  const names = named.map(([key, type]) => [key, new Intl.DisplayNames(locale, { type, fallback: 'none' })] as const)
  const said = (key: string, text: string): string | undefined => {
    for (const [pattern, display] of names) {
      const [, code] = pattern.exec(key) ?? []
      const name = code === undefined ? undefined : display.of(code)
      if (name !== undefined) return name
    }
    return texts[text]
  }
  return Object.fromEntries(
    Object.entries(english).flatMap(([key, text]) => {
      const word = said(key, text)
      return word === undefined ? [] : [[key, word]]
    }),
  )
}
