import type { Dictionary } from '#dictionary/dictionary.ts'

/** The dictionary in force with its words in English, by message key. */
export interface LoadedDictionary {
  readonly dictionary: Dictionary
  readonly messages: Readonly<Record<string, string>>
}
