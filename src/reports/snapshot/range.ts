import type { Figure } from '#figures/figure-shape.ts'
import { rangeOf } from '#figures/range.ts'
import { seriesOf } from '#figures/series.ts'
import type { Block, DraftFigure } from '../report.ts'
import type { ReportWords } from '../words.ts'
import { en } from './words.ts'

/**
 * A range that keeps each year: the lowest and the highest share with their years, and under it every year with its number
 * and its base. Source [004] says “17% to 26%” over “the past few years”: no years, no numbers, nothing to check.
 */
export function rangeBlocks(
  figures: readonly { readonly time: string; readonly figure: Figure }[],
  { key, what, values }: { readonly key: string; readonly what: string; readonly values: readonly string[] },
  say: ReportWords,
): readonly Block<DraftFigure>[] {
  const series = seriesOf(figures)
  const points =
    series.rows.find(row => row.key === key)?.points ??
    // A value that no year has a row for is 0 of those that were reported.
    series.times.map(({ time, base: { n } }) => ({ time, n: n === null ? null : 0, share: n ? 0 : null }))
  const range = rangeOf(points, 'share')
  const text =
    range === null
      ? en.rangeNone(what)
      : range.min.value === range.max.value && range.values.length === 1
        ? en.rangeOne(what, say.percent(range.min.value), range.min.time)
        : en.range(what, say.percent(range.min.value), range.min.time, say.percent(range.max.value), range.max.time)
  const bases = new Map(series.times.map(({ time, base }) => [time, base.n]))
  const items = points.flatMap(({ time, n, share }) =>
    n === null || share === null
      ? []
      : [en.rangeYear(time, say.percent(share), say.number(n), say.count(bases.get(time) ?? null))],
  )
  const missing = range?.missing ?? []
  return [
    { kind: 'paragraph', text, values },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...(missing.length === 0 ? [] : [{ kind: 'note', text: en.rangeMissing(missing.join(', ')) } as const]),
  ]
}
