import { letterPairs } from './letter-pairs.ts'

/**
 * Khmer, Lao, Thai and Burmese in Latin letters as clerks write them: no tones, no length. Khmer has two series of consonants, and
 * the vowel sounds by the series of its consonant; only the vowels whose usual Latin spelling changes are told apart.
 */
const khmerConsonants = letterPairs(
  'ក:k ខ:kh គ:k ឃ:kh ង:ng ច:ch ឆ:chh ជ:ch ឈ:chh ញ:nh ដ:d ឋ:th ឌ:d ឍ:th ណ:n ត:t ថ:th ទ:t ធ:th ន:n ប:b ផ:ph ព:p ភ:ph ម:m យ:y រ:r ល:l វ:v ស:s ហ:h ឡ:l អ:',
)
/** Consonants of the second series: the vowel inherent in them is o, and ា is ea. */
const khmerSecond = new Set('គឃងជឈញឌឍទធនពភមយរលវ')
const khmerVowels = letterPairs('ា:a ិ:i ី:i ឹ:oe ឺ:eu ុ:o ូ:ou ួ:uo ើ:oeu ឿ:oeu ៀ:ie េ:e ែ:e ៃ:ai ោ:ao ៅ:au ំ:am ះ:ah ៈ:a')
const khmerVowelsSecond = letterPairs('ា:ea ិ:i ី:i ឹ:ue ឺ:eu ុ:u ូ:ou ួ:uo េ:e ែ:e ៃ:ei ោ:o ៅ:ov ំ:um ះ:eah')
const khmerIndependent = letterPairs('ឥ:e ឦ:ei ឧ:o ឩ:ou ឪ:ov ឫ:rue ឬ:rue ឭ:lue ឮ:lue ឯ:e ឰ:ai ឱ:ao ឲ:ao ឳ:au')
const coeng = '\u17d2'

export function khmerToLatin(word: string): string {
  const letters = [...word.normalize('NFC')]
  const syllables: { latin: string; vowel: string; second: boolean; below: boolean }[] = []
  for (let at = 0; at < letters.length; at++) {
    const letter = letters[at] ?? ''
    const here = syllables.at(-1)
    const consonant = khmerConsonants.get(letter)
    if (letter === coeng) {
      const below = letters[++at] ?? ''
      if (here) Object.assign(here, { latin: here.latin + (khmerConsonants.get(below) ?? ''), below: true })
    } else if (consonant !== undefined)
      syllables.push({ latin: consonant, vowel: '', second: khmerSecond.has(letter), below: false })
    else if (letter === '៉' && here) Object.assign(here, { second: false, latin: here.latin === 'b' ? 'p' : here.latin })
    else if (letter === '៊' && here) here.second = true
    else if (letter === '័' && here) here.vowel = 'a'
    // A sign that silences the letter under it.
    else if (letter === '៍' && here) syllables.pop()
    else if (here && khmerVowels.has(letter)) {
      const vowel = (here.second ? khmerVowelsSecond.get(letter) : undefined) ?? khmerVowels.get(letter) ?? ''
      here.vowel = here.vowel === 'a' || here.vowel === '' ? vowel : here.vowel + vowel.replace(/^[au]/, '')
    } else if (khmerIndependent.has(letter))
      syllables.push({ latin: khmerIndependent.get(letter) ?? '', vowel: '-', second: false, below: false })
  }
  // A consonant without a vowel closes the syllable before it when that one is open; else it has the inherent vowel.
  let open = false
  let text = ''
  syllables.forEach((each, i) => {
    if (each.vowel !== '') {
      text += each.latin + (each.vowel === '-' ? '' : each.vowel)
      open = !/(am|um|ah|ai|au|ov|ei)$/.test(each.vowel)
    } else if (open || (i > 0 && i === syllables.length - 1)) {
      text += each.latin
      open = false
    } else {
      text += each.latin + (each.second ? 'o' : 'a')
      open = true
    }
  })
  return text.replaceAll('mng', 'ng')
}

const thaiConsonants = letterPairs(
  'ก:k ข:kh ฃ:kh ค:kh ฅ:kh ฆ:kh ง:ng จ:ch ฉ:ch ช:ch ซ:s ฌ:ch ญ:y ฎ:d ฏ:t ฐ:th ฑ:th ฒ:th ณ:n ด:d ต:t ถ:th ท:th ธ:th น:n บ:b ป:p ผ:ph ฝ:f พ:ph ฟ:f ภ:ph ม:m ย:y ร:r ล:l ว:w ศ:s ษ:s ส:s ห:h ฬ:l อ: ฮ:h ' +
    'ກ:k ຂ:kh ຄ:kh ງ:ng ຈ:ch ຊ:s ສ:s ຍ:y ດ:d ຕ:t ຖ:th ທ:th ນ:n ບ:b ປ:p ຜ:ph ຝ:f ພ:ph ຟ:f ມ:m ຢ:y ຣ:r ລ:l ວ:v ຫ:h ອ: ຮ:h ໜ:n ໝ:m',
)
const thaiVowels = letterPairs(
  'ะ:a ั:a า:a ำ:am ิ:i ี:i ึ:ue ื:ue ุ:u ู:u ็: ຽ:ia ະ:a ັ:a າ:a ຳ:am ິ:i ີ:i ຶ:ue ື:ue ຸ:u ູ:u ົ:o ຼ:l ໍ:o',
)
const thaiBefore = letterPairs('เ:e แ:ae โ:o ใ:ai ไ:ai ເ:e ແ:ae ໂ:o ໃ:ai ໄ:ai')

/** Thai and Lao: a vowel that stands before its consonant is said after it; two bare consonants have an o or a between them. */
export function thaiToLatin(word: string): string {
  const letters = [...word.normalize('NFC')].filter(letter => !/[\u0e48-\u0e4e\u0ec8-\u0ecc\u0e4c]/.test(letter))
  let text = ''
  let waiting = ''
  let bare = false
  letters.forEach((letter, i) => {
    const next = letters[i + 1] ?? ''
    // ห is mute before a consonant that it only raises.
    if (/[หຫ]/.test(letter) && /[งญนมยรลวຍນມຣລວງ]/.test(next)) return
    if (bare && /[อອ]/.test(letter)) {
      text += 'o'
      bare = false
      return
    }
    if (bare && /[วວ]/.test(letter) && thaiConsonants.has(next) && !thaiVowels.has(letters[i + 2] ?? '')) {
      text += 'ua'
      bare = false
      return
    }
    const consonant = thaiConsonants.get(letter)
    if (consonant !== undefined) {
      const vowelNext = thaiVowels.has(next)
      const closes = bare && !vowelNext
      if (bare) text += closes ? 'o' : 'a'
      text += consonant + waiting
      bare = waiting === '' && !vowelNext && !closes && !/[aeiou]$/.test(text.slice(0, text.length - consonant.length))
      waiting = ''
    } else if (thaiBefore.has(letter)) {
      if (bare) text += 'a'
      bare = false
      waiting = thaiBefore.get(letter) ?? ''
    } else {
      text += thaiVowels.get(letter) ?? ''
      bare = false
    }
  })
  return text
}

const burmese = letterPairs(
  'က:k ခ:kh ဂ:g ဃ:g င:ng စ:s ဆ:s ဇ:z ဈ:z ဉ:ny ည:ny ဋ:t ဌ:ht ဍ:d ဎ:d ဏ:n တ:t ထ:ht ဒ:d ဓ:d န:n ပ:p ဖ:ph ဗ:b ဘ:b မ:m ယ:y ရ:y လ:l ဝ:w သ:th ဟ:h ဠ:l အ:a ' +
    'ာ:a ါ:a ိ:i ီ:i ု:u ူ:u ေ:e ဲ:e ံ:n ျ:y ြ:y ွ:w ှ:h ဥ:u ဦ:u ဧ:e ဩ:aw ဿ:th',
)

/** Burmese, letter by letter: spelling and sound are far apart, so only the bare letters are to be relied on. */
export const burmeseToLatin = (word: string): string =>
  [...word.normalize('NFC')].map(letter => burmese.get(letter) ?? '').join('')
