import { scale } from './amount.ts'

/** Numbers that reports write in words, as far as reports do: up to ninety-nine, round hundreds, common fractions. */
const ones = [
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen',
  'eighteen nineteen',
]
  .join(' ')
  .split(' ')
const tens = ['twenty', 'thirty', 'forty', 'fifty', 'sixty', 'seventy', 'eighty', 'ninety']

const simple = new Map<string, number>([
  ...ones.map((word, n): [string, number] => [word, n]),
  ...tens.flatMap((word, at): [string, number][] => [
    [word, 10 * (at + 2)],
    ...ones.slice(1, 10).map((one, n): [string, number] => [`${word}-${one}`, 10 * (at + 2) + n + 1]),
  ]),
])

export const magnitudes: ReadonlyMap<string, number> = new Map([
  ['hundred', 100],
  ['thousand', 1000],
  ['million', 1_000_000],
  ['billion', 1_000_000_000],
])

/** Percent. What a third is in words is not exact: the reader takes it with a tolerance. */
const fractions = new Map<string, number>([
  ['half', 50],
  ['a half', 50],
  ['one half', 50],
  ['a third', 100 / 3],
  ['one third', 100 / 3],
  ['two thirds', 200 / 3],
  ['a quarter', 25],
  ['one quarter', 25],
  ['three quarters', 75],
  ['a fifth', 20],
  ['one fifth', 20],
  ['two fifths', 40],
  ['three fifths', 60],
  ['four fifths', 80],
])

export interface Spelt {
  /** Ten-thousandths. */
  readonly amount: number
  readonly percent: boolean
  /** What follows the number. */
  readonly rest: string
}

/** A number in words at the beginning of a lower-case text: "twelve thousand flyers", "two thirds". Null when none. */
export function speltNumber(text: string): Spelt | null {
  for (const [words, percent] of fractions) {
    const rest = after(text, words) ?? after(text, words.replace(' ', '-'))
    if (rest !== null) return { amount: Math.round(percent * scale), percent: true, rest }
  }
  const [, word = '', more = ''] = /^([a-z]+(?:-[a-z]+)?)\b(.*)$/s.exec(text) ?? []
  const n = word === 'a' ? 1 : simple.get(word)
  if (n === undefined) return null
  const [, power = '', tail = ''] = /^\s+([a-z]+)\b(.*)$/s.exec(more) ?? []
  const times = magnitudes.get(power)
  if (times !== undefined) return { amount: n * times * scale, percent: false, rest: tail }
  return word === 'a' ? null : { amount: n * scale, percent: false, rest: more }
}

const after = (text: string, words: string): string | null =>
  text.startsWith(words) && !/^[a-z]/.test(text.slice(words.length)) ? text.slice(words.length) : null
