import { bare, latin } from '#dictionary/skeleton.ts'
import { indicToLatin, isIndic } from './brahmic.ts'
import { cyrillicToLatin } from './cyrillic.ts'
import { knownNames } from './data/known-names.ts'
import { cyrillicLanguage, type NameLanguage } from './language.ts'
import { greekToLatin } from './greek.ts'
import { burmeseToLatin, khmerToLatin, thaiToLatin } from './south-east-asian.ts'
import { ethiopicToLatin, hangulToLatin, hanToLatin } from './syllabaries.ts'

/**
 * One word of a name in the letters a to z (and digits), lower case, as a document of its language would write it. What no
 * table knows becomes an x and four letters that stand for its code point: equal characters stay equal, everything is ASCII.
 * `whole`: the name that the word is part of, whose other letters tell the language of a Cyrillic word.
 */
export function romaniseWord(word: string, language: NameLanguage | null, whole = word): string {
  const lower = word.normalize('NFC').toLowerCase()
  const pieces = lower.match(runs) ?? []
  return pieces.map(piece => ascii(pieceToLatin(piece, language, whole))).join('')
}

// Runs of one script; marks that belong to every script go with the letter before them.
const runs =
  /(?:\p{Script=Cyrillic}\p{M}*)+|[\u0900-\u0d7f]+|\p{Script=Khmer}+|[\p{Script=Thai}\p{Script=Lao}]+|\p{Script=Myanmar}+|\p{Script=Ethiopic}+|\p{Script=Hangul}+|\p{Script=Arabic}+|\p{Script=Han}|[^\p{Script=Cyrillic}\u0900-\u0d7f\p{Script=Khmer}\p{Script=Thai}\p{Script=Lao}\p{Script=Myanmar}\p{Script=Ethiopic}\p{Script=Hangul}\p{Script=Arabic}\p{Script=Han}]+/gu

function pieceToLatin(piece: string, language: NameLanguage | null, whole: string): string {
  const first = piece[0] ?? ''
  if (/\p{Script=Cyrillic}/u.test(first)) return cyrillicToLatin(piece, cyrillicLanguage(whole, language))
  if (isIndic(first)) return indicToLatin(piece)
  if (/\p{Script=Khmer}/u.test(first)) return knownNames.get(piece) ?? khmerToLatin(piece)
  if (/[\p{Script=Thai}\p{Script=Lao}]/u.test(first)) return thaiToLatin(piece)
  if (/\p{Script=Myanmar}/u.test(first)) return burmeseToLatin(piece)
  if (/\p{Script=Ethiopic}/u.test(first)) return ethiopicToLatin(piece)
  if (/\p{Script=Hangul}/u.test(first)) return hangulToLatin(piece)
  if (/\p{Script=Han}/u.test(first)) return hanToLatin(piece) ?? piece
  const plain = bare(piece)
  if (/\p{Script=Greek}/u.test(first)) return greekToLatin(plain)
  if (/\p{Script=Armenian}/u.test(first)) return latin(plain.replaceAll('ու', 'u'))
  return knownNames.get(plain) ?? knownNames.get(piece) ?? latin(plain.length > 0 ? accented(piece, language) : plain)
}

/** Latin letters whose accent is a letter of its own in the language of the country. */
function accented(piece: string, language: NameLanguage | null): string {
  const spelled =
    language === 'de'
      ? piece.replaceAll('ä', 'ae').replaceAll('ö', 'oe').replaceAll('ü', 'ue')
      : language === 'sr'
        ? piece.replaceAll('đ', 'dj')
        : piece
  return bare(spelled)
}

function ascii(text: string): string {
  return [...text.normalize('NFKD').toLowerCase()]
    .map(letter => (/[a-z0-9]/.test(letter) ? letter : /[\p{L}\p{N}]/u.test(letter) ? coded(letter) : ''))
    .join('')
}

/** The low part of the code point first, so that neighbours in the table do not look like spellings of each other. */
function coded(letter: string): string {
  let rest = letter.codePointAt(0) ?? 0
  let text = 'x'
  for (let i = 0; i < 4; i++) {
    text += String.fromCharCode(97 + (rest % 26))
    rest = Math.floor(rest / 26)
  }
  return text
}
