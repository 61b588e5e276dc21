/**
 * What a letter says: that something waits, never what, about whom, or for which service. A telephone may lie open on a
 * table. Languages that are missing fall back to English.
 */
const words = {
  en: {
    subject: 'Something is waiting for you',
    one: 'There is one new notice for you. Sign in to read it.',
    several: (count: number) => `There are ${count} new notices for you. Sign in to read them.`,
    end: 'You can change where these letters go on your account page.',
  },
} as const

export function letterWords(
  language: string,
  o: { readonly count: number; readonly url?: string | undefined },
): { readonly subject: string; readonly text: string } {
  const { subject, one, several, end } = words[language as keyof typeof words] ?? words.en
  const lines = [o.count === 1 ? one : several(o.count), ...(o.url ? [o.url] : []), end]
  return { subject, text: `${lines.join('\n\n')}\n` }
}
