import type { NameLanguage } from './language.ts'
import { letterPairs } from './letter-pairs.ts'

/**
 * Cyrillic by language, as passports of the country write it today: Ukraine 2010, Russia and Central Asia after ICAO 9303,
 * Belarus 2007 without its accents, Bulgaria 2009, Serbian and Macedonian by their Latin alphabets.
 */
const base = letterPairs(
  'а:a б:b в:v г:g д:d е:e ё:e ж:zh з:z и:i й:i к:k л:l м:m н:n о:o п:p р:r с:s т:t у:u ф:f х:kh ц:ts ч:ch ш:sh щ:shch ъ:ie ы:y ь: э:e ю:iu я:ia ' +
    'і:i ї:i є:ie ґ:g ў:u ђ:dj ј:j љ:lj њ:nj ћ:c џ:dz ѓ:gj ќ:kj ѕ:dz ә:a ғ:g қ:k ң:ng ө:o ү:u ұ:u һ:h ҳ:h ҷ:j ӣ:i ӯ:u',
)

const own: Partial<Record<NameLanguage, ReadonlyMap<string, string>>> = {
  uk: letterPairs("г:h ґ:g и:y і:i ї:i й:i є:ie ъ: ':"),
  be: letterPairs('г:h е:e ё:io і:i ў:u ы:y ъ:'),
  bg: letterPairs('ж:zh й:y х:h щ:sht ъ:a ь:y ю:yu я:ya'),
  sr: letterPairs('ђ:dj ж:z ј:j љ:lj њ:nj ћ:c х:h ц:c ч:c џ:dz ш:s'),
  mk: letterPairs('ж:zh ѕ:dz ј:j љ:lj њ:nj ќ:kj ѓ:gj х:h ц:c ч:ch џ:dj ш:sh'),
  kk: letterPairs('ж:zh й:i ү:u ұ:u қ:k ң:n ғ:g'),
  ky: letterPairs('ж:j ң:n'),
  tg: letterPairs('ж:zh й:y қ:q ъ: ю:yu я:ya х:kh ғ:gh'),
  mn: letterPairs('ж:j й:i х:kh ө:u э:e ю:yu я:ya ы:y в:v ц:ts е:e'),
}

/** Ukrainian letters that are written differently at the beginning of a word. */
const ukrainianFirst = letterPairs('є:ye ї:yi й:y ю:yu я:ya')

/** A lower-case word of one language in Latin letters. */
export function cyrillicToLatin(word: string, language: NameLanguage): string {
  const letters = own[language]
  let text = word.normalize('NFC')
  if (language === 'uk') text = text.replaceAll('зг', 'зgh')
  if (language === 'bg') text = text.replace(/ия$/, 'ia')
  return [...text]
    .map(
      (letter, at) =>
        (language === 'uk' && at === 0 ? ukrainianFirst.get(letter) : undefined) ??
        letters?.get(letter) ??
        base.get(letter) ??
        letter,
    )
    .join('')
}
