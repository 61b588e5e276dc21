import { bare, withoutArticle } from '#dictionary/skeleton.ts'
import type { NameLanguage } from './language.ts'
import { romaniseWord } from './romanise.ts'

/**
 * The words of one field of a name in Latin letters, in order: split at blanks, commas, hyphens and the Arabic article; an apostrophe joins
 * (O'Brien, Мар'яна). Abd and the name of God that follows it are one name however they are cut. Titles and what clerks write
 * when there is no name (XXX, FNU, unknown) are left out.
 */
export function nameWords(text: string, language: NameLanguage | null): string[] {
  const cut = text
    .normalize('NFKC')
    .replace(/['’ʼ`´‘ʻʿʾ]/g, '')
    .split(/[^\p{L}\p{M}\p{N}\u200c\u200d]+/u)
    .filter(word => word !== '')
  const words = cut
    .flatMap(apart)
    .map(word => romaniseWord(word, language, text))
    .filter(word => word !== '')
    .map(word => (language === 'ar' ? word.replace(/^[ae]l(?=[b-df-hj-np-tv-z][a-z]{3})/, '') : word))
  return joinedAbd(words)
    .filter(word => !titles.has(word) && !noName.has(word))
    .filter(word => !/^(.)\1{2,}$/.test(word))
}

/** The Arabic article, and the family name of Chinese and Korean names, which are written without a blank. */
function apart(word: string): readonly string[] {
  if (/^\p{Script=Arabic}+$/u.test(word)) return withoutArticle(bare(word))
  const letters = [...word.normalize('NFC')]
  const oneRun =
    letters.length >= 2 && letters.length <= 4 && /^(?:\p{Script=Han}+|\p{Script=Hangul}+)$/u.test(letters.join(''))
  return oneRun ? [letters[0] ?? '', letters.slice(1).join('')] : [word]
}

const titles = new Set(
  'mr mrs ms miss mister dr prof mme mlle sr sra srta haji hajji hadj hadji alhaji alhadji shri smt'.split(' '),
)
const noName = new Set(
  'x xx xxx fnu lnu nfn nln nfu nlu unknown unk unnamed noname nolastname nofirstname mononym notstated notknown nn na nil none null anonymous inconnu inconnue desconocido desconocida neizvestno neizvestnyi neizvestnaia nevidomo'.split(
    ' ',
  ),
)

const article = new Set('al el ul ur ar as ash ad an at az'.split(' '))

/** abd al rahman, abdul rahman, abdelrahman, abdurrahman and abdirahman are abdulrahman; abd allah is abdullah. */
function joinedAbd(words: readonly string[]): string[] {
  const found: string[] = []
  for (let at = 0; at < words.length; at++) {
    const word = words[at] ?? ''
    if (/^abd(?:[aeiou][lr]?)?$/.test(word) && at + 1 < words.length) {
      while (at + 2 < words.length && article.has(words[at + 1] ?? '')) at++
      found.push(servantOf(`abdu${words[++at] ?? ''}`))
    } else found.push(servantOf(word))
  }
  return found
}

function servantOf(word: string): string {
  if (/^abd[aeiou]{0,2}l{1,2}ah?$/.test(word)) return 'abdullah'
  const rest = word.replace(/^abd(?:[aeiou]|ou)(?:l(?!l)|([rsnzdt])(?=\1))?/, '')
  return rest !== word && rest.length >= 4 ? `abdul${rest}` : word
}
