import { rangeOf } from '#figures/range.ts'
import type { Block, Count, DraftFigure } from '../report.ts'
import type { ReportWords } from '../words.ts'
import { en } from './words.ts'

interface Asked {
  readonly key: string
  readonly what: string
  readonly values: readonly string[]
}

/**
 * A range that keeps each year: the lowest and the highest share with their years, and under it every year with its number
 * and its base. Source [004] says “17% to 26%” over “the past few years”: no years, no numbers, nothing to check.
 * `figures`: one a year, as they may be printed; a year that is not shown is said, and is in no range.
 */
export function rangeBlocks(
  figures: readonly { readonly year: string; readonly figure: DraftFigure }[],
  { key, what, values }: Asked,
  say: ReportWords,
): readonly Block<DraftFigure>[] {
  const points = figures.map(({ year, figure }) => ({ year, base: figure.base.n, ...pointOf(figure, key) }))
  const shown = points.flatMap(({ year, n, share, base }) =>
    typeof n === 'number' && typeof share === 'number' && typeof base === 'number' ? [{ year, n, share, base }] : [],
  )
  const range = rangeOf(
    shown.map(({ year, ...point }) => ({ time: year, ...point })),
    'share',
  )
  const hidden = points.filter(({ n, share, base }) => [n, share, base].includes('c')).map(({ year }) => year)
  const missing = points.filter(({ share }) => share === null).map(({ year }) => year)
  const text =
    range === null
      ? hidden.length > 0
        ? en.rangeHidden(what)
        : en.rangeNone(what)
      : range.min.value === range.max.value && range.values.length === 1
        ? en.rangeOne(what, say.percent(range.min.value), range.min.time)
        : en.range(what, say.percent(range.min.value), range.min.time, say.percent(range.max.value), range.max.time)
  const items = shown.map(({ year, n, share, base }) =>
    en.rangeYear(year, say.percent(share), say.number(n), say.number(base)),
  )
  return [
    { kind: 'paragraph', text, values },
    ...(items.length === 0 ? [] : [{ kind: 'list', items } as const]),
    ...(missing.length === 0 ? [] : [{ kind: 'note', text: en.rangeMissing(missing.join(', ')) } as const]),
    ...(hidden.length === 0 ? [] : [{ kind: 'note', text: en.rangeNotShown(hidden.join(', ')) } as const]),
  ]
}

/** A value that a year has no row for is 0 of those that were reported. */
function pointOf({ rows, base }: DraftFigure, key: string): { n: Count; share: Count } {
  const row = rows.find(each => each.key === key)
  if (row) return row
  if (base.n === null) return { n: null, share: null }
  return { n: 0, share: base.n === 0 ? null : 0 }
}
