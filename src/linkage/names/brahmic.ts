/**
 * Scripts that write a consonant with its vowel. Nine scripts of India share one layout in Unicode, so one table reads
 * Devanagari, Bengali, Gurmukhi, Gujarati, Oriya, Tamil, Telugu, Kannada and Malayalam; after common Latin use, not after scholars:
 * long vowels are single, retroflex letters are plain, व is v, and the vowel that is written but not said at the end falls.
 */
const consonants = 'k kh g gh ng ch chh j jh n t th d dh n t th d dh n n p ph b bh m y r r l l l v sh sh s h'.split(' ')
const independent = 'a a a i i u u ri l e e e ai o o o au'.split(' ')
const dependent = 'a i i u u ri ri e e e ai o o o au'.split(' ')
const first = 0x0900
const last = 0x0d7f

export const isIndic = (letter: string): boolean => {
  const point = letter.codePointAt(0) ?? 0
  return point >= first && point <= last
}

/** A word of one of the nine scripts in Latin letters. */
export function indicToLatin(word: string): string {
  const parts: Part[] = []
  const vowel = (latin: string) => {
    const before = parts.at(-1)
    if (before?.consonant) parts[parts.length - 1] = { latin: before.latin, consonant: false }
    parts.push({ latin, consonant: false })
  }
  for (const letter of word.normalize('NFC').replaceAll('ज्ञ', 'ग्य').replaceAll('क्ष', 'क्छ')) {
    const at = (letter.codePointAt(0) ?? 0) & 0x7f
    if (at >= 0x15 && at <= 0x39) parts.push({ latin: consonants[at - 0x15] ?? '', consonant: true })
    else if (at >= 0x04 && at <= 0x14) parts.push({ latin: independent[at - 0x04] ?? 'a', consonant: false })
    else if (at >= 0x3e && at <= 0x4c) vowel(dependent[at - 0x3e] ?? '')
    else if (at === 0x4d) vowel('')
    else if (at === 0x01 || at === 0x02) parts.push(...inherent(parts), { latin: 'n', consonant: false })
    else if (at >= 0x58 && at <= 0x5f)
      parts.push({ latin: ['k', 'kh', 'g', 'z', 'r', 'rh', 'f', 'y'][at - 0x58] ?? '', consonant: true })
  }
  return spoken(parts)
}

interface Part {
  readonly latin: string
  /** A consonant whose inherent vowel nothing has replaced. */
  readonly consonant: boolean
}

/**
 * Which inherent vowels are said: none at the end, unless two consonants meet there (Rajendra); in long names not the one between two
 * syllables (Dhan-bahadur, Sap-kota), while short ones keep it (Kamala).
 */
function spoken(parts: readonly Part[]): string {
  const hasVowel = (part: Part | undefined) => part !== undefined && (part.consonant || /[aeiou]$/.test(part.latin))
  const long = parts.filter(part => hasVowel(part)).length >= 5 - Number(parts.at(-1)?.consonant === false)
  let text = ''
  parts.forEach((part, i) => {
    text += part.latin
    if (!part.consonant) return
    if (i === parts.length - 1) text += /[^aeiou]$/.test(text.slice(0, -part.latin.length)) ? 'a' : ''
    else if (!(long && i > 0 && /[aeiou]$/.test(text.slice(0, -part.latin.length)) && opens(parts, i + 1))) text += 'a'
  })
  return text
}

/** A consonant that has a vowel of its own and is not the first of two. */
function opens(parts: readonly Part[], at: number): boolean {
  const [next, after] = [parts[at], parts[at + 1]]
  if (next === undefined || /^[aeiou]/.test(next.latin)) return false
  return next.consonant ? at < parts.length - 1 : after !== undefined && /^[aeiou]/.test(after.latin)
}

/** Before a nasal sign the vowel of the consonant is said. */
function inherent(parts: Part[]): Part[] {
  const before = parts.at(-1)
  if (!before?.consonant) return []
  parts[parts.length - 1] = { latin: before.latin, consonant: false }
  return [{ latin: 'a', consonant: false }]
}
