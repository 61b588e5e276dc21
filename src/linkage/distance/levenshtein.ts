import { characters } from './characters.ts'

/** Fewest letters to add, leave out or replace (Levenshtein 1965). Counts characters, never bytes. */
export function levenshtein(left: string, right: string): number {
  const [a, b] = [characters(left), characters(right)]
  let row = Uint32Array.from({ length: b.length + 1 }, (_, j) => j)
  for (let i = 1; i <= a.length; i++) {
    const next = new Uint32Array(b.length + 1)
    next[0] = i
    for (let j = 1; j <= b.length; j++) {
      const replaced = (row[j - 1] as number) + (a[i - 1] === b[j - 1] ? 0 : 1)
      next[j] = Math.min(replaced, (row[j] as number) + 1, (next[j - 1] as number) + 1)
    }
    row = next
  }
  return row[b.length] as number
}
