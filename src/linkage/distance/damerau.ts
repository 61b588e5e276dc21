import { characters } from './characters.ts'

/**
 * Fewest slips that turn one text into the other: a character too many, too few, wrong, or two neighbours exchanged. The
 * unrestricted distance (Lowrance and Wagner 1975), which is a metric; the shorter "optimal string alignment" is not.
 * Counts code points.
 */
export function damerauLevenshtein(left: string, right: string): number {
  if (left === right) return 0
  const [a, b] = [characters(left), characters(right)]
  const width = b.length + 2
  const far = a.length + b.length
  const cost = new Uint32Array((a.length + 2) * width)
  const lastRow = new Map<number, number>()
  cost[0] = far
  for (let i = 0; i <= a.length; i++) {
    cost[(i + 1) * width] = far
    cost[(i + 1) * width + 1] = i
  }
  for (let j = 0; j <= b.length; j++) {
    cost[j + 1] = far
    cost[width + j + 1] = j
  }
  const read = (row: number, column: number): number => cost[row * width + column] ?? far
  for (let i = 1; i <= a.length; i++) {
    let lastColumn = 0
    for (let j = 1; j <= b.length; j++) {
      const [row, column] = [lastRow.get(b[j - 1] ?? -1) ?? 0, lastColumn]
      const same = a[i - 1] === b[j - 1]
      if (same) lastColumn = j
      cost[(i + 1) * width + j + 1] = Math.min(
        read(i, j) + (same ? 0 : 1),
        read(i + 1, j) + 1,
        read(i, j + 1) + 1,
        read(row, column) + (i - row - 1) + 1 + (j - column - 1),
      )
    }
    lastRow.set(a[i - 1] ?? -1, i)
  }
  return read(a.length + 1, b.length + 1)
}
