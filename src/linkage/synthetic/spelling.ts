import type { Chance } from '#dictionary/chance.ts'
import { aliasForms, aliasesOf } from '../names/aliases.ts'
import { cyrillicToLatin } from '../names/cyrillic.ts'
import { languageOfCountry } from '../names/language.ts'
import { romaniseWord } from '../names/romanise.ts'

/** How the clerk who writes a name down turns it into Latin letters. */
export const schemes = ['national', 'russian', 'english', 'french', 'german', 'polish', 'by_ear'] as const
export type Scheme = (typeof schemes)[number]

/** One or more words of a name in Latin letters by a scheme, each with a capital. */
export function spelled(dice: Chance, text: string, o: { country: string; scheme: Scheme }): string {
  return text
    .split(' ')
    .map(word => capital(spelledWord(dice, word, o)))
    .filter(word => word !== '')
    .join(' ')
}

/** Another form of the same given name: translated, or the name that friends use; null when the list has none. */
export function otherForm(dice: Chance, given: string, country: string): string | null {
  const latin = romaniseWord(given.split(' ')[0] ?? '', languageOfCountry(country))
  const forms = aliasesOf(latin)
    .flatMap(aliasForms)
    .filter(form => form !== latin && form.length > 2)
  return forms.length === 0 ? null : capital(dice.pick(forms))
}

function spelledWord(dice: Chance, word: string, { country, scheme }: { country: string; scheme: Scheme }): string {
  const latin = /^[\p{Script=Latin}\p{M}'’‘-]+$/u.test(word)
  // Passports of these countries are in Latin letters; abroad the accents fall off, and nothing else happens.
  if (latin) return scheme === 'national' && dice.yes(0.7) ? word.toLowerCase() : bareLatin(word)
  const cyrillic = /\p{Script=Cyrillic}/u.test(word)
  if (cyrillic && scheme === 'russian') return cyrillicToLatin(word.toLowerCase(), 'ru')
  const plain = romaniseWord(word, languageOfCountry(country), word)
  if (scheme === 'national') return plain
  if (scheme === 'by_ear') return byEar(dice, plain)
  if (scheme === 'russian' || scheme === 'english') return swapped(plain, english)
  return swapped(plain, scheme === 'french' ? french : scheme === 'german' ? german : polish)
}

const bareLatin = (word: string): string =>
  word
    .normalize('NFKD')
    .replace(/[\p{M}'’‘]/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D')
    .toLowerCase()

type Rules = readonly (readonly [string, string])[]

const rules = (text: string): Rules =>
  text.split(' ').map(pair => [pair.slice(0, pair.indexOf('>')), pair.slice(pair.indexOf('>') + 1)])

const english = rules('iia>ia yi>y ii>y iu>yu ia>ya')
const french = rules('shch>chtch ch>tch sh>ch zh>j kh>kh ii>y yu>iou iu>iou ya>ia u>ou w>ou')
const german = rules('shch>schtsch ch>tsch sh>sch zh>sch kh>ch ts>z yu>ju iu>ju ya>ja ia>ja y>i v>w')
const polish = rules('shch>szcz ch>cz sh>sz zh>z kh>ch ts>c yu>iu ya>ja ia>ja v>w')

/** The first rule that fits at a place is applied, then on after it: ch that came from sh is not read again. */
function swapped(word: string, table: Rules): string {
  let text = ''
  for (let at = 0; at < word.length; ) {
    const rule = table.find(([from]) => word.startsWith(from, at))
    text += rule === undefined ? word[at] : rule[1]
    at += rule === undefined ? 1 : rule[0].length
  }
  return text
}

const heard = rules(
  'a>e e>i i>e o>u u>oo ee>i ou>u th>t kh>h ph>p y>i v>w ch>j k>c dd>d nn>n ss>s ll>l h> mm>m s>ss l>ll',
)

/** One or two letters as somebody hears them who does not know the language. */
function byEar(dice: Chance, word: string): string {
  let text = word
  for (let turn = dice.int(1, 2); turn > 0; turn--) {
    const [from, to] = dice.pick(heard)
    const at = text.indexOf(from, 1)
    if (at > 0) text = text.slice(0, at) + to + text.slice(at + from.length)
  }
  return text
}

const capital = (word: string): string => {
  const [first = '', ...rest] = [...word]
  return first.toUpperCase() + rest.join('')
}
