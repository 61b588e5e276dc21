import { nameSkeletons } from '#dictionary/skeleton.ts'

/**
 * Does a text give away an address? Compared word by word in any spelling of the letters and any order of street and
 * number, so that "Lane 14, Yablunevyi" is found too. An address that is described in other words is not: a person
 * has to notice that.
 */
export function namesAddress(text: string, address: string): boolean {
  const there = coordinatesIn(address)
  if (there.length > 1 && there.every(each => coordinatesIn(text).includes(each))) return true
  const wanted = tellingParts(address)
  if (wanted.length === 0) return false
  const words = wordsOf(text)
  const present = new Set(words)
  return wanted.some(part => part.every(word => present.has(word)) && standTogether(words, part))
}

/** Degrees with three decimals or more, cut to three: about a hundred metres. */
const coordinatesIn = (text: string): readonly string[] =>
  [...text.normalize('NFKC').matchAll(/\d{1,3}[.,]\d{3,}/g)].map(([degrees]) =>
    degrees.replace(',', '.').replace(/(\.\d{3})\d+/, '$1'),
  )

/** Words that may stand between the words of an address: "no.", "street", "apartment". */
const between = 2

/** The whole address, and each part of it that has a number and a name: a street with its house, not the town alone. */
function tellingParts(address: string): readonly (readonly string[])[] {
  const whole = wordsOf(address)
  const parts = address.split(/[,;\n]/).map(wordsOf)
  const telling = parts.filter(
    part => part.some(isNumber) && part.some(word => !isNumber(word) && [...word].length > 2),
  )
  return whole.length > 1 || (whole[0]?.length ?? 0) >= 6 ? [...telling, whole] : telling
}

const isNumber = (word: string) => word.startsWith('#')

/** Words as they are compared: numbers marked, names without what clerks write differently (where digits stand for sounds). */
function wordsOf(text: string): readonly string[] {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .split(/[^\p{L}\p{M}\p{N}]+/u)
    .filter(word => word !== '')
    .map(word => (/\p{N}/u.test(word) ? `#${word}` : (nameSkeletons(word)[0] ?? word)))
}

/** Somewhere all words of the part stand within a few words of each other, in any order. */
function standTogether(words: readonly string[], part: readonly string[]): boolean {
  return words.some((word, start) => {
    if (!part.includes(word)) return false
    const left = new Set(part)
    for (const near of words.slice(start, start + part.length + between)) left.delete(near)
    return left.size === 0
  })
}
