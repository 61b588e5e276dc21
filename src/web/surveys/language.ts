/** `Arabic (ar)` names a language by its tag in brackets: what a screen reader and the direction of writing go by. */
export function tagOf(language: string): string | undefined {
  return /\(([A-Za-z]{2,3}(?:-[A-Za-z0-9]+)*)\)\s*$/.exec(language)?.[1]
}

const rightToLeft = new Set(['ar', 'fa', 'ur', 'he', 'ps', 'ckb', 'ug', 'yi', 'dv', 'prs'])

export const directionOf = (language: string): 'rtl' | 'ltr' | undefined => {
  const tag = tagOf(language)?.toLowerCase().split('-')[0]
  return tag === undefined ? undefined : rightToLeft.has(tag) ? 'rtl' : 'ltr'
}
