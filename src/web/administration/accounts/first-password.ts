/** A password made here, to be shown once beside the name of whoever receives it. */
export interface MadePassword {
  readonly name: string
  readonly password: string
}

const consonants = 'bdfghjkmnprstvwz'
const vowels = 'aeiou'

/**
 * A first password that can be read out over a telephone: five groups of two syllables, 63 bits. `random` gives numbers
 * from 0 to 255, evenly.
 */
export function firstPassword(random: () => number): string {
  const pick = (letters: string): string => {
    // Numbers above the last whole multiple would make the first letters a little more likely.
    const limit = 256 - (256 % letters.length)
    let n = random()
    while (n >= limit) n = random()
    return letters[n % letters.length] ?? ''
  }
  const syllable = () => pick(consonants) + pick(vowels)
  return Array.from({ length: 5 }, () => syllable() + syllable()).join('-')
}

export const fromBrowser = (): number => crypto.getRandomValues(new Uint8Array(1))[0] ?? 0
