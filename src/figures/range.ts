import type { SeriesRow } from './series.ts'

/** From the lowest to the highest value of a series, with the times at which they were; every time is kept. */
export interface Range {
  readonly min: { readonly time: string; readonly value: number }
  readonly max: { readonly time: string; readonly value: number }
  readonly values: readonly { readonly time: string; readonly value: number }[]
  /** Times without a value. */
  readonly missing: readonly string[]
}

/** Null when no time has a value. The earlier one stands where two are equal. */
export function rangeOf(points: SeriesRow['points'], what: 'n' | 'share'): Range | null {
  const values = points.flatMap(point => (point[what] === null ? [] : [{ time: point.time, value: point[what] }]))
  const [first] = values
  if (!first) return null
  const [min, max] = values.reduce(
    ([low, high], each) => [each.value < low.value ? each : low, each.value > high.value ? each : high],
    [first, first],
  )
  return { min, max, values, missing: points.filter(point => point[what] === null).map(({ time }) => time) }
}

/** The first time at which one value is above another after it was not; `already`: it was so at the first there is. */
export interface Crossover {
  readonly time: string
  readonly already: boolean
}

/** Null when it never is. Times at which either is not available are passed over. */
export function crossoverOf(above: SeriesRow['points'], below: SeriesRow['points']): Crossover | null {
  let first = true
  let was = true
  for (const point of above) {
    const other = below.find(({ time }) => time === point.time)?.n ?? null
    if (point.n === null || other === null) continue
    const is = point.n > other
    if (is && (first || !was)) return { time: point.time, already: first }
    first = false
    was = is
  }
  return null
}
