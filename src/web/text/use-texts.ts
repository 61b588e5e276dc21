import { useSyncExternalStore } from 'react'
import { type LanguageCode, type Texts, textsOf } from './languages.ts'

/** Catalogues that have come, kept while the page is open: a locked screen still speaks its reader's language. */
const here = new Map<LanguageCode, Texts | null>([['en', null]])
const asked = new Set<LanguageCode>()
const listeners = new Set<() => void>()

function ask(code: LanguageCode): void {
  if (here.has(code) || asked.has(code)) return
  asked.add(code)
  textsOf(code).then(
    texts => {
      here.set(code, texts)
      for (const listener of listeners) listener()
    },
    // No network and never fetched: English stands, and the next screen asks again.
    () => asked.delete(code),
  )
}

/** The catalogue of a language; null while it is fetched, and for English. */
export function useTexts(code: LanguageCode): Texts | null {
  return useSyncExternalStore(
    listener => {
      listeners.add(listener)
      ask(code)
      return () => listeners.delete(listener)
    },
    () => here.get(code) ?? null,
  )
}
