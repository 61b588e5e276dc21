import type { Change } from '#figures/change.ts'
import type { Comparison } from '#figures/compare.ts'
import { labelOfValue, type Words } from '#figures/dimension.ts'
import { namedOffices } from '#figures/alike.ts'
import type { Figure, FigureQuery } from '#figures/figure-shape.ts'
import type { Series } from '#figures/series.ts'
import { remark } from '#figures/words.ts'
import { figureOf } from './figure-of.ts'
import { numbered } from './numbered.ts'
import type { DraftFigure, FigureLine, Report } from './report.ts'
import { reportWords } from './words.ts'

/** What a page of figures shows as a report of one figure, so that it leaves the house in the formats and with the passport of reports. */

/** A table, a chart or a map. */
export function figureReport(figure: Figure, query: FigureQuery, words: Words): Report {
  const ranks = query.top === undefined ? '' : `, ranks 1 to ${query.top}`
  const caption = `${titleOf(figure)}${ranks}`
  const { by, rest } = figure
  const left: FigureLine[] = rest ? restLines(figure, rest) : []
  const chart = by.length === 0 ? null : by.length === 2 ? 'stacked' : 'bars'
  const draft = figureOf(figure, query, { id: 'figure', caption, chart })
  return reportOf({ ...draft, rows: [...draft.rows, ...left] }, figure, words)
}

/** What `top` left out, as one line under the code `_others`, which no list has. */
function restLines({ by, rows }: Figure, { rows: count, n, share, cells }: NonNullable<Figure['rest']>): FigureLine[] {
  const label = `Others (${count})`
  if (by.length < 2) return [{ key: others, label, n, share }]
  const columns = new Map(
    rows.flatMap(row => (Array.isArray(row.key) ? [[row.key[1], row.label[1] ?? row.key[1]]] : [])),
  )
  return cells.map(cell => ({
    key: [others, cell.key],
    label: [label, columns.get(cell.key) ?? cell.key],
    n: cell.n,
    share: cell.share,
  }))
}
const others = '_others'

/** A line over time. `whole`: the same indicator over all its years, which is its base. */
export function seriesReport(series: Series, whole: Figure, words: Words): Report {
  const time = { id: series.step, label: series.step === 'year' ? 'Year' : 'Month', multiple: false }
  const rows: FigureLine[] =
    series.by.length === 0
      ? series.times.map(({ time: at, base }) => ({ key: at, label: at, n: base.n, share: null }))
      : series.rows.flatMap(({ key, label, points }) =>
          points.map(({ time: at, n, share }) => ({ key: [at, key] as const, label: [at, label] as const, n, share })),
        )
  const breaks = series.times.flatMap(({ time: at, unlike }, place) => {
    const before = series.times.slice(0, place).findLast(({ base }) => base.n !== null)
    const names = namedOffices(unlike)
    return unlike.length === 0 || !before
      ? []
      : [remark('coverage_broken', { from: before.time, to: at, n: unlike.length, names }).text]
  })
  const { by, period, not_available, caveats, accumulation } = series
  const draft = figureOf({ ...whole, by, period, not_available, caveats, accumulation }, queryOf(whole), {
    id: 'figure',
    caption: titleOf({ ...whole, by: [...series.by], period }),
    chart: 'line',
  })
  const shares = 'Shares are of each time, not of the base.'
  return reportOf(
    {
      ...draft,
      by: [time, ...draft.by],
      rows,
      sumNote: series.by.length === 0 ? null : shares,
      caveats: [...draft.caveats, ...breaks],
      query: null,
    },
    whole,
    words,
  )
}

/** Two years side by side, the difference where they may be compared, else why not. */
export function comparisonReport({ before, after, rows, total, text, reasons }: Comparison, words: Words): Report {
  const years = [before, after].map(({ period }) => period.label)
  const linesOf = (change: Change, row?: Comparison['rows'][number]): FigureLine[] =>
    [
      { year: years[0] ?? '', said: years[0] ?? '', n: change.before, share: null },
      { year: years[1] ?? '', said: years[1] ?? '', n: change.after, share: null },
      // The change as a share of the earlier year.
      { year: '_difference', said: 'Difference', n: change.difference, share: change.percent },
    ].map(({ year, said, n, share }) =>
      row
        ? { key: [single(row.key), year], label: [single(row.label), said], n, share }
        : // The sentence says the percentage of the whole.
          { key: year, label: said, n, share: null },
    )
  const year = { id: 'year', label: 'Year', multiple: false }
  const period = { ...after.period, label: years.join(' and '), from: before.period.from }
  const draft = figureOf({ ...after, period }, queryOf(after), { id: 'figure', caption: '', chart: 'stacked' })
  const draftOf: DraftFigure = {
    ...draft,
    caption: titleOf({ ...after, period }),
    chart: null,
    by: rows.length === 0 ? [year] : [...draft.by, year],
    rows: rows.length === 0 ? linesOf(total) : rows.flatMap(row => linesOf(row, row)),
    sumNote:
      rows.length === 0
        ? null
        : `Percentages are differences in percent of ${years[0]}; none where the two are not comparable, or where ${years[0]} is 0.`,
    notAvailable: [...reasons.map(each => `not comparable: ${each.text}`), ...draft.notAvailable],
    caveats: [
      text,
      `The base is of ${years[1]}; of ${years[0]} it is ${before.base.n ?? 'not available'}.`,
      ...draft.caveats,
    ],
    query: null,
  }
  return reportOf(draftOf, after, words)
}

const single = (parts: string | [string, string]): string => (typeof parts === 'string' ? parts : parts.join(', '))

const queryOf = ({ indicator, where }: Figure): FigureQuery => ({ indicator, by: [], where })

function titleOf({ label, by, period }: Pick<Figure, 'label' | 'by' | 'period'>): string {
  const named = by.map(each => each.label.charAt(0).toLowerCase() + each.label.slice(1)).join(' and ')
  return `${label}${named === '' ? '' : ` by ${named}`}, ${period.label}`
}

/** One figure, exact and for use inside; its conditions stand with what to keep in mind. */
function reportOf(draft: DraftFigure, { where, coverage, asOf }: Figure, words: Words): Report {
  const say = reportWords('en', 'ltr')
  const conditions = Object.entries(where)
    .filter(([id]) => id !== 'year')
    .flatMap(([id, values]) => {
      const dimension = words.dictionary.dimensions.get(id)
      const named = values.map(value => (dimension ? labelOfValue(words, dimension, value) : value))
      return dimension ? [`Only where ${dimension.label} is ${named.map(say.isolate).join(' or ')}.`] : []
    })
  return numbered({
    kind: 'explorer',
    title: draft.caption,
    subtitle: null,
    period: draft.period,
    mode: 'internal',
    language: 'en',
    direction: 'ltr',
    cutOff: asOf,
    coverage: coverage.text,
    caveats: [...conditions, ...draft.caveats],
    sections: [
      {
        id: 'figure',
        title: draft.caption,
        blocks: [{ kind: 'figure', figure: { ...draft, caveats: [...conditions, ...draft.caveats] } }],
        sections: [],
      },
    ],
  })
}
