import type { Catalogue } from './languages.ts'

/** Names of countries and languages come from the browser, which has them in every language. */
const named = [
  [/^list\.(?:country|nationality)\.([A-Z]{2})$/, 'region'],
  [/^list\.language\.([a-z]{2,3})$/, 'language'],
] as const

/** The dictionary's words in another language, by the same keys; English where the catalogue has none. */
export function translated(
  english: Readonly<Record<string, string>>,
  { texts }: Catalogue,
  locale: string,
): Readonly<Record<string, string>> {
  const names = named.map(([key, type]) => [key, new Intl.DisplayNames(locale, { type, fallback: 'none' })] as const)
  return Object.fromEntries(
    Object.entries(english).map(([key, text]) => {
      for (const [pattern, display] of names) {
        const [, code] = pattern.exec(key) ?? []
        const name = code === undefined ? undefined : display.of(code)
        if (name !== undefined) return [key, name]
      }
      return [key, texts[text] ?? text]
    }),
  )
}
