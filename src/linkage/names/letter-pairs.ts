/** `letter:latin` pairs between blanks; a letter without Latin after the colon is left out of the word. */
export function letterPairs(text: string): ReadonlyMap<string, string> {
  return new Map(
    text
      .trim()
      .split(/\s+/)
      .map(pair => {
        const colon = pair.indexOf(':', 1)
        return [pair.slice(0, colon).normalize('NFC'), pair.slice(colon + 1)] as const
      }),
  )
}
