/** What the copy of one's own data says in one language. */
export interface CopyCatalogue {
  /** ISO 639-1. */
  readonly language: string
  readonly direction: 'ltr' | 'rtl'
  /** Sentences of the copy (`copy.*`), functions of colleagues (`role.*`) and words of the dictionary by their keys. */
  readonly words: Readonly<Record<string, string>>
  /** Keys whose words a native speaker has read and found right; `all` of the language that the product is written in. */
  readonly reviewed: 'all' | readonly string[]
}
