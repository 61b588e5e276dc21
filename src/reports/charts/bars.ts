import { isMissing } from '#figures/rows.ts'
import { partsOf, type ReportFigure } from '../report.ts'
import type { ReportWords } from '../words.ts'
import { type Sheet, size } from './sheet.ts'
import { textWidth, wrapped } from './text-width.ts'

/** Rows that are drawn; the table has them all. */
export const mostRows = 20

/** Below this width names stand over their bars instead of beside them. */
export const narrow = 480

/** Horizontal bars, longest as counted; what is not known is hatched; what has no number says so in words instead of a bar. */
export function bars(on: Sheet, figure: ReportFigure, words: ReportWords): number {
  const rows = figure.rows.slice(0, mostRows).map(row => ({
    keys: partsOf(row).map(({ key }) => key),
    label: partsOf(row)
      .map(({ label }) => label)
      .join(', '),
    n: row.n,
    said: [words.count(row.n), ...(typeof row.share === 'number' ? [words.share(row.share)] : [])].join(' · '),
  }))
  const above = on.width < narrow
  const wanted = Math.max(0, ...rows.map(({ label }) => textWidth(label))) * size + 14
  const names = above ? 0 : Math.min(wanted, on.width * 0.4)
  const values = Math.max(0, ...rows.map(({ said }) => textWidth(said))) * size + 12
  const most = Math.max(1, ...rows.map(({ n }) => (typeof n === 'number' ? n : 0)))
  const room = Math.max(24, on.width - names - values)
  let y = 2
  for (const { keys, label, n, said } of rows) {
    const lines = wrapped(label, (above ? on.width : names - 14) / size, above ? 1 : 2)
    const tall = above ? 16 : Math.max(20, lines.length * 16)
    if (above) on.text(lines[0] ?? '', { x: 0, y: y + 13 })
    else
      for (const [at, line] of lines.entries())
        on.text(line, { x: names - 10, y: y + tall / 2 + 4.5 + (at - (lines.length - 1) / 2) * 16, anchor: 'end' })
    const top = above ? y + 19 : y + tall / 2 - 10
    const height = above ? 16 : 20
    const width = typeof n === 'number' ? (n / most) * room : 0
    const unknown = isMissing(keys)
    if (width > 0)
      on.rect({
        x: names,
        y: top,
        width,
        height,
        fill: unknown ? on.unknown : on.series(0),
        ...(unknown ? { stroke: on.paint.quiet } : {}),
      })
    on.text(said, {
      x: names + width + 6,
      y: top + height / 2 + 4.5,
      fill: typeof n === 'number' ? on.paint.ink : on.paint.quiet,
    })
    y += above ? 43 : tall + 8
  }
  on.line([names, 0], [names, y - 4], on.paint.quiet)
  return y
}
