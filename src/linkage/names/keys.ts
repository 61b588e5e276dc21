import { foldSpelling } from '#dictionary/skeleton.ts'

/** What spellings of one name share, for blocking and for a level between equal and alike. */

/** A Latin word without what romanisations write differently. Applied to what `romaniseWord` gives. */
export const skeletonOf = (latin: string): string => foldSpelling(latin)

/**
 * The consonants of a word: what is left of Arabic, Hebrew and Indic names in every script, because clerks invent their
 * vowels. Vowels, h at the end and the half vowels y and w are left out; a vowel at the beginning stays as `a`, y as `i`; v is b (Bimala).
 */
export function consonantsOf(latin: string): string {
  const folded = foldSpelling(latin.replace(/^ou(?=[aeiou])/, 'w').replace(/(?<=.)w/g, 'u'))
  const initial = /^[yj][aeiou]/.test(latin) ? 'i' : /^[aeiu]/.test(folded) ? 'a' : ''
  const rest = folded.replace(/[aeiu]/g, '').replaceAll('v', 'b')
  const found = initial + rest.replace(/(.)\1+/g, '$1')
  return found.length > 2 ? found.replace(/h$/, '') : found
}
