import { arabicNames, letters } from './data/letters.ts'

/**
 * Skeletons of names: what is left of a name when everything is taken off that clerks write differently. Search compares
 * skeletons by their trigrams, so Наталія, Nataliia and Natalya meet. Works on characters, never on bytes.
 */

/**
 * The skeleton words of a text, in order, without repetition: split at everything that is not a letter, mark or digit. A
 * word with an apostrophe gives its parts and the whole (Мар'яна, O'Brien, Sa'id are written both ways).
 */
export function nameSkeletons(text: string): string[] {
  const found = new Set<string>()
  for (const word of text.normalize('NFKC').split(/[^\p{L}\p{M}\p{N}'’ʼ`´‘]+/u)) {
    const parts = word.split(/['’ʼ`´‘]+/).filter(part => part !== '')
    for (const part of parts.length > 1 ? [...parts, parts.join('')] : parts) {
      for (const piece of withoutArticle(bare(part))) {
        const skeleton = foldSpelling(latin(piece))
        if (skeleton !== '') found.add(skeleton)
      }
    }
  }
  return [...found]
}

/**
 * The distinct trigrams of a word, by code point, padded with two blanks before and one after (as pg_trgm does): the
 * beginning of a name weighs more than its end.
 */
export function trigrams(word: string): string[] {
  const characters = [' ', ' ', ...word, ' ']
  const found = new Set<string>()
  for (let i = 0; i + 2 < characters.length; i++) found.add(characters.slice(i, i + 3).join(''))
  return word === '' ? [] : [...found]
}

// Accents of Latin, Cyrillic and Greek, the vowel signs of Arabic and Hebrew. Marks of other scripts (Devanagari, Thai)
// are letters to their readers and stay.
const accents = /[\u0300-\u036f\u0591-\u05c7\u0610-\u061a\u064b-\u065f\u0670\u0640]/g

/** A word in lower case without accents and vowel points. */
export const bare = (word: string): string => word.normalize('NFKD').toLowerCase().replace(accents, '')

const arabic = /^\p{Script=Arabic}+$/u

/** The Arabic article is written together with the name, in Latin apart: it becomes a word of its own. */
export function withoutArticle(word: string): readonly string[] {
  return arabic.test(word) && word.startsWith('ال') && word.length >= 5 ? ['al', word.slice(2)] : [word]
}

/** A bare word in Latin letters, merged over the languages of a script; letters without a table stay what they are. */
export function latin(word: string): string {
  if (arabic.test(word)) return arabicNames.get(word) ?? vowelled(word)
  const greek = word
    .replaceAll('ου', 'u')
    .replaceAll('αι', 'e')
    .replace(/ει|οι|υι/g, 'i')
    .replace(/^μπ/, 'b')
    .replace(/^ντ/, 'd')
    .replace(/γκ|γγ/g, 'g')
    .replaceAll('дж', 'j')
  return [...greek].map(letter => letters.get(letter) ?? letter).join('')
}

/** Arabic leaves short vowels out; an `a` between two consonants meets the Latin spelling more often than nothing. */
function vowelled(word: string): string {
  const first = word.replace(/^و/, 'v').replace(/^ي/, 'y')
  const written = [...first].map(letter => letters.get(letter) ?? letter)
  return written.reduce(
    (sofar, next) => (consonant(sofar.at(-1)) && consonant(next[0]) ? `${sofar}a${next}` : sofar + next),
    '',
  )
}

const consonant = (letter: string | undefined): boolean => letter !== undefined && /[b-df-hj-np-tvwxz]/.test(letter)

/** In this order: later rules rely on what earlier ones leave behind. */
const rules: readonly (readonly [RegExp, string])[] = [
  [/kh/g, 'h'],
  [/shch|schtsch|szcz/g, 's'],
  [/tsch|tch|cz/g, '6'],
  [/sch|sh|sz/g, 's'],
  [/ch(?=[rl])/g, 'k'],
  [/ch/g, '6'],
  [/zh/g, 'z'],
  [/dj|dzh/g, 'j'],
  [/gh/g, 'g'],
  [/ph/g, 'f'],
  [/([tdb])h/g, '$1'],
  [/ck/g, 'k'],
  [/ic$/, 'i6'],
  [/c(?=[eiy])/g, '6'],
  [/[cq]/g, 'k'],
  [/x/g, 'ks'],
  [/w/g, 'v'],
  [/oo|ou/g, 'u'],
  [/ee/g, 'i'],
  // Fatimah and Fatima; then the letter г, which is g in Russian and h in Ukrainian.
  [/([aeiou])h$/, '$1'],
  [/g/g, 'h'],
  [/[yj]/g, 'i'],
  [/o/g, 'u'],
  [/(.)\1+/gu, '$1'],
  [/ie/g, 'e'],
  [/(.)\1+/gu, '$1'],
]

/** A bare Latin word without what romanisations write differently: kh and h, shch and s, ou and u, y and i, doubled letters. */
export const foldSpelling = (word: string): string => rules.reduce((sofar, [from, to]) => sofar.replace(from, to), word)
