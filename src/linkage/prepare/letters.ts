import { nameSkeletons } from '#dictionary/skeleton.ts'
import type { Preparation } from './preparation.ts'

const letterFolds: Readonly<Record<string, string>> = {
  ß: 'ss',
  ł: 'l',
  ø: 'o',
  đ: 'd',
  æ: 'ae',
  œ: 'oe',
  ı: 'i',
  ð: 'd',
  þ: 'th',
}

/**
 * Letters and digits in one Latin spelling: small, without accents, other scripts romanised, one blank between words.
 * A character of a script that nothing romanises is written as its number, so that it still agrees with itself.
 */
export function plain(text: string): string {
  return text
    .normalize('NFKC')
    .split(/[^\p{L}\p{M}\p{N}'’ʼ`´‘]+/u)
    .map(word => (/^[\p{Script=Latin}\p{Mn}\p{N}'’ʼ`´‘]*$/u.test(word) ? latin(word) : nameSkeletons(word).join(' ')))
    .join(' ')
    .replace(/[^ -~]/gu, character => (character.codePointAt(0) ?? 0).toString(36))
    .replace(/[^a-z0-9]+/g, ' ')
    .trim()
}

const latin = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}'’ʼ`´‘]+/gu, '')
    .replace(/[ßłøđæœıðþ]/g, letter => letterFolds[letter] ?? letter)

/** A name or a place: `''` as one plain text, `_skeleton` without what clerks write differently, `_words` its words. */
export const letters: Preparation = {
  name: 'letters',
  outputs: { '': 'text', skeleton: 'text', words: 'list' },
  prepare:
    () =>
    ([text = null]) => {
      const folded = text === null ? '' : plain(text)
      if (folded === '') return { '': null, skeleton: null, words: null }
      const skeleton = nameSkeletons(text ?? '').join('')
      return {
        '': folded,
        skeleton: /^[a-z0-9]+$/.test(skeleton) ? skeleton : folded,
        words: [...new Set(folded.split(' '))].toSorted(),
      }
    },
}
