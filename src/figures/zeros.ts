import type { Dimension } from '#dictionary/dimensions.ts'
import type { Cell } from './rows.ts'

/** More zeros than this are said in one sentence instead of listed. */
export const mostZeros = 2000

export interface Zeros {
  readonly cells: readonly { key: string[]; n: 0 }[]
  /** Combinations of a place and a year that nobody reported: not available, so not 0. */
  readonly notReported: number
  /** Zeros that are true but too many to list. */
  readonly unlisted: number
}

/**
 * The combinations of two dimensions that never occurred. Each is 0 when both its values were covered; a place that did
 * not report for a year is not. `reported` is asked only where one dimension is the year and the other a place.
 */
export function zerosOf(
  by: readonly [Dimension, Dimension],
  cells: readonly Pick<Cell, 'key'>[],
  reported: (place: string, year: string) => boolean,
): Zeros {
  const present = new Set(cells.map(cell => JSON.stringify(cell.key)))
  const values = (at: 0 | 1) => [...new Set(cells.map(cell => cell.key[at] ?? ''))]
  const [rows, columns] = [values(0), values(1)]
  const absent = rows.length * columns.length - present.size
  const placed = placeAndYear(by)
  if (absent > mostZeros && !placed) return { cells: [], notReported: 0, unlisted: absent }
  const zeros: { key: string[]; n: 0 }[] = []
  let notReported = 0
  for (const row of rows) {
    for (const column of columns) {
      if (present.has(JSON.stringify([row, column]))) continue
      if (placed && !reported(placed === 'place first' ? row : column, placed === 'place first' ? column : row)) {
        notReported += 1
        continue
      }
      zeros.push({ key: [row, column], n: 0 })
    }
  }
  return zeros.length > mostZeros
    ? { cells: [], notReported, unlisted: zeros.length }
    : { cells: zeros, notReported, unlisted: 0 }
}

export function placeAndYear(by: readonly Dimension[]): 'place first' | 'year first' | null {
  const [first, second] = by.map(each => each.id)
  const isPlace = (id: string | undefined) => id === 'office' || id === 'region'
  if (isPlace(first) && second === 'year') return 'place first'
  return first === 'year' && isPlace(second) ? 'year first' : null
}
