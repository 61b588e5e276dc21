import { missingAnswers } from '#dictionary/answer.ts'
import { type Dictionary, listOf } from '#dictionary/dictionary.ts'
import type { Answer } from './fact-codes.ts'

/**
 * Which services were given, as bits: ten services of a year make a hundred thousand different sets, and grouping by sets is slower
 * than adding up twenty bits. A bit is the place of an answer in the dictionary's list; when a place moves, facts are derived anew (kept-bits.ts).
 */

/** Without the sign, and a few spare. */
const most = 60
const byDictionary = new WeakMap<Dictionary, ReadonlyMap<string, number>>()

/** Place of each answer to the dimension of services. What is not in it is told apart as a set of answers. */
export function serviceBits(dictionary: Dictionary): ReadonlyMap<string, number> {
  let bits = byDictionary.get(dictionary)
  if (!bits) {
    const list = dictionary.dimensions.get('services')?.list ?? ''
    const codes = (listOf(dictionary, list)?.codes ?? []).map(({ code }) => code)
    const words = [...new Set(['unknown', 'none_recorded', ...missingAnswers, ...codes])]
    bits = new Map(words.slice(0, most).map((word, at) => [word, at]))
    byDictionary.set(dictionary, bits)
  }
  return bits
}

/** Set while nobody has looked, and where one answer has no bit. */
export const noMask = -1n

/** The bits of an answer; no answer is the answer unknown. */
export function serviceMask(bits: ReadonlyMap<string, number>, answer: Answer): bigint {
  const words = answer === null || answer.length === 0 ? ['unknown'] : typeof answer === 'string' ? [answer] : answer
  let mask = 0n
  for (const word of words) {
    const bit = bits.get(word)
    if (bit === undefined) return noMask
    mask |= 1n << BigInt(bit)
  }
  return mask
}
