import type { HashedFeature } from './schema.ts'
import { EncodingProblem } from './problem.ts'

/** The pieces of a value that are hashed, as clkhash cuts them (comparators of 0.18). Nothing of an empty value. */
export function tokensOf(
  value: string,
  comparison: HashedFeature['hashing']['comparison'],
  identifier: string,
): string[] {
  if (value === '') return []
  switch (comparison.type) {
    case 'exact':
      return [value]
    case 'ngram':
      return nGrams(value, comparison.n, comparison.positional === true)
    case 'numeric':
      return neighbours(value, comparison, identifier)
  }
}

/** By code point, with n - 1 blanks on both sides; positions begin with 1. */
function nGrams(value: string, n: number, positional: boolean): string[] {
  const blanks = Array<string>(n - 1).fill(' ')
  const letters = [...blanks, ...value, ...blanks]
  return Array.from({ length: Math.max(0, letters.length - n + 1) }, (_, at) => {
    const piece = letters.slice(at, at + n).join('')
    return positional ? `${at + 1} ${piece}` : piece
  })
}

interface Numeric {
  readonly thresholdDistance: number
  readonly resolution: number
  readonly fractional_precision?: number | undefined
}

/**
 * The neighbourhood of a number (Vatsalan and Christen 2015): 2 r + 1 points of a common grid, so that numbers closer than the threshold share
 * some. Everything is multiplied by 2 r instead of divided, in whole numbers.
 */
function neighbours(
  value: string,
  { thresholdDistance, resolution, fractional_precision = 0 }: Numeric,
  identifier: string,
): string[] {
  const scale = 10 ** fractional_precision
  const step = BigInt(halfToEven(thresholdDistance * scale))
  const number = /^\s*[+-]?\d+\s*$/.test(value)
    ? BigInt(value.trim().replace(/^\+/, '')) * BigInt(scale)
    : whole(Number(value), scale)
  if (step === 0n || number === null)
    throw new EncodingProblem(
      'value_invalid',
      `A value in the column ${identifier} is not a number, as the schema wants.`,
    )
  const wide = number * 2n * BigInt(resolution)
  const residue = ((wide % step) + step) % step
  const middle = residue === 0n ? wide : residue * 2n < step ? wide - residue : wide + (step - residue)
  return Array.from({ length: 2 * resolution + 1 }, (_, i) => String(middle + BigInt(i - resolution) * step))
}

function whole(number: number, scale: number): bigint | null {
  if (!Number.isFinite(number)) return null
  return BigInt(scale === 1 ? Math.trunc(number) : halfToEven(number * scale))
}

/** As Python rounds. */
function halfToEven(number: number): number {
  const floor = Math.floor(number)
  if (number - floor !== 0.5) return Math.round(number)
  return floor % 2 === 0 ? floor : floor + 1
}
