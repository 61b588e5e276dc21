import { characters } from './characters.ts'

/**
 * The distinct pieces of `q` characters, with `q - 1` blanks before and after, so that beginning and end weigh as much as the
 * middle. Nothing of an empty text.
 */
export function qGrams(text: string, q: number): Set<string> {
  if (!Number.isInteger(q) || q < 1) throw new RangeError('q is a whole number from 1.')
  const points = characters(text)
  if (points.length === 0) return new Set()
  const blanks = Array<number>(q - 1).fill(32)
  const padded = [...blanks, ...points, ...blanks]
  const found = new Set<string>()
  for (let i = 0; i + q <= padded.length; i++) found.add(String.fromCodePoint(...padded.slice(i, i + q)))
  return found
}

/** Dice's coefficient of two sets: twice what they share by the sum of their sizes; two empty sets are equal. */
export function dice<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  return a.size + b.size === 0 ? 1 : (2 * shared(a, b)) / (a.size + b.size)
}

/** Jaccard's coefficient of two sets: what they share by what either has; two empty sets are equal. */
export function jaccard<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const both = shared(a, b)
  const either = a.size + b.size - both
  return either === 0 ? 1 : both / either
}

function shared<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): number {
  const [few, many] = a.size < b.size ? [a, b] : [b, a]
  let found = 0
  for (const each of few) if (many.has(each)) found++
  return found
}
