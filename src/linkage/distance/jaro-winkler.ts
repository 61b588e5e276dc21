import { characters } from './characters.ts'

/**
 * Jaro's similarity raised by Winkler for a common beginning (up to four characters, a tenth each; Winkler 1990): 0 nothing
 * alike, 1 equal; only for what is alike by more than 0.7 without it. Two empty texts are equal; one empty text is like nothing. Counts code points.
 */
export function jaroWinkler(left: string, right: string): number {
  if (left === right) return 1
  const [a, b] = [characters(left), characters(right)]
  const similar = jaro(a, b)
  // As in Winkler's own program: a common beginning says nothing of texts that are otherwise not alike.
  if (similar <= 0.7) return similar
  let prefix = 0
  while (prefix < 4 && prefix < a.length && prefix < b.length && a[prefix] === b[prefix]) prefix++
  return similar + prefix * 0.1 * (1 - similar)
}

function jaro(a: Uint32Array, b: Uint32Array): number {
  if (a.length === 0 && b.length === 0) return 1
  if (a.length === 0 || b.length === 0) return 0
  const window = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  const taken = new Uint8Array(b.length)
  const common: number[] = []
  for (let i = 0; i < a.length; i++) {
    const end = Math.min(b.length - 1, i + window)
    for (let j = Math.max(0, i - window); j <= end; j++) {
      if (taken[j] || a[i] !== b[j]) continue
      taken[j] = 1
      common.push(a[i] ?? 0)
      break
    }
  }
  if (common.length === 0) return 0
  let at = 0
  let moved = 0
  for (let j = 0; j < b.length; j++) if (taken[j] && common[at++] !== b[j]) moved++
  const m = common.length
  // Whole transpositions only, as in Winkler's own program and in the engines.
  return (m / a.length + m / b.length + (m - Math.floor(moved / 2)) / m) / 3
}
