import { readFileSync } from 'node:fs'
import type { Catalogue } from '#dictionary/translated.ts'

const folder = new URL('../dictionary/words/', import.meta.url)
/** Languages that the dictionary's words are translated into. */
const translatedInto: readonly string[] = ['fr', 'es', 'ru', 'uk', 'ar']
const read = new Map<string, Catalogue['texts']>()

/** The dictionary's words in a language, by their English text; none for English and for what there is no catalogue of. */
export function dictionaryTexts(language: string): Catalogue['texts'] {
  if (!translatedInto.includes(language)) return {}
  let texts = read.get(language)
  if (!texts) {
    texts = (JSON.parse(readFileSync(new URL(`${language}.json`, folder), 'utf8')) as Catalogue).texts
    read.set(language, texts)
  }
  return texts
}
