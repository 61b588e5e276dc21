import type { Keys } from './keys.ts'

/**
 * The id under which a caller is known who gave a word of their own and no name: a keyed fingerprint, different in every
 * office, from which the word cannot be read back without the key. Case, spaces and signs do not matter. Null when fewer
 * than four letters or digits are left.
 */
export function repeatCaller(keys: Keys, office: string, word: string): string | null {
  const plain = word
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, '')
  return [...plain].length < 4 ? null : keys.reference('caller', `${office}\0${plain}`)
}
