import { isMissing } from '#figures/rows.ts'
import { partsOf, type ReportFigure } from '../report.ts'
import { secondKeys } from '../table.ts'
import type { ReportWords } from '../words.ts'
import { mostRows, narrow } from './bars.ts'
import { legend } from './legend.ts'
import { type Sheet, size } from './sheet.ts'
import { textWidth, wrapped } from './text-width.ts'

/** One bar a row, cut by the second dimension. A part without a number is no length: the end of its bar says so. */
export function stacked(on: Sheet, figure: ReportFigure, words: ReportWords): number {
  const series = secondKeys(figure)
  const known = series.filter(({ key }) => !isMissing([key])).map(({ key }) => key)
  const fillOf = (key: string) => (known.includes(key) ? on.series(known.indexOf(key)) : on.unknown)
  const rows = [...Map.groupBy(figure.rows, row => partsOf(row)[0]?.key ?? '').values()]
    .slice(0, mostRows)
    .map(lines => ({
      label: (lines[0] && partsOf(lines[0])[0]?.label) ?? '',
      parts: lines.map(line => ({ key: partsOf(line)[1]?.key ?? '', n: line.n })),
      total: lines.reduce((sum, { n }) => sum + (typeof n === 'number' ? n : 0), 0),
      said: saidOf(
        lines.map(({ n }) => n),
        words,
      ),
    }))
  const above = on.width < narrow
  const wanted = Math.max(0, ...rows.map(({ label }) => textWidth(label))) * size + 14
  const names = above ? 0 : Math.min(wanted, on.width * 0.36)
  const values = Math.max(0, ...rows.map(({ said }) => textWidth(said))) * size + 12
  const most = Math.max(1, ...rows.map(({ total }) => total))
  const room = Math.max(24, on.width - names - values)
  const labels = series.map(({ label }) => label)
  const start = legend(on, labels, (at, x, y) =>
    on.rect({ x, y, width: 26, height: 14, fill: fillOf(series[at]?.key ?? ''), stroke: on.paint.quiet }),
  )
  let y = start
  for (const { label, parts, said } of rows) {
    const lines = wrapped(label, (above ? on.width : names - 14) / size, above ? 1 : 2)
    const tall = above ? 16 : Math.max(22, lines.length * 16)
    if (above) on.text(lines[0] ?? '', { x: 0, y: y + 13 })
    else
      for (const [at, line] of lines.entries())
        on.text(line, { x: names - 10, y: y + tall / 2 + 4.5 + (at - (lines.length - 1) / 2) * 16, anchor: 'end' })
    const top = above ? y + 19 : y + tall / 2 - 11
    const height = above ? 16 : 22
    let x = names
    for (const { key, n } of parts) {
      if (typeof n !== 'number' || n === 0) continue
      const width = (n / most) * room
      on.rect({ x, y: top, width, height, fill: fillOf(key), stroke: on.paint.paper })
      x += width
    }
    on.text(said, { x: x + 6, y: top + height / 2 + 4.5 })
    y += above ? 43 : tall + 8
  }
  on.line([names, start - 2], [names, y - 4], on.paint.quiet)
  return y
}

/** The sum of what has a number, and a sign for what has none. */
function saidOf(counts: readonly ReportFigure['base']['n'][], words: ReportWords): string {
  const sum = counts.reduce<number>((total, n) => total + (typeof n === 'number' ? n : 0), 0)
  const bare = counts.some(n => typeof n !== 'number')
  const numbers = sum > 0 || !bare ? [words.number(sum)] : []
  return [
    ...numbers,
    ...(counts.includes('c') ? ['c'] : []),
    ...(counts.includes(null) ? [words.text.notAvailable] : []),
  ].join(' + ')
}
