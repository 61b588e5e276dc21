import { isMissing } from '#figures/rows.ts'
import { partsOf, type ReportFigure } from '../report.ts'
import { secondKeys } from '../table.ts'
import type { ReportWords } from '../words.ts'
import { legend } from './legend.ts'
import { type Sheet, size } from './sheet.ts'
import { textWidth } from './text-width.ts'

/** A dash a series; those beyond stand in the table only. */
export const dashes = ['', '7 4', '2 4', '10 3 2 3', '14 4', '4 2']

/** A series over time, in the order of the rows. A time without a number breaks the line; it is never bridged. */
export function lines(on: Sheet, figure: ReportFigure, words: ReportWords): number {
  const times = [
    ...new Map(figure.rows.map(row => [partsOf(row)[0]?.key ?? '', partsOf(row)[0]?.label ?? ''])).entries(),
  ]
    .filter(([key]) => !isMissing([key]))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
  const named = secondKeys(figure).slice(0, dashes.length)
  const series = named.length === 0 ? [{ key: null, label: '' }] : named
  const valueAt = new Map(figure.rows.map(row => [JSON.stringify(partsOf(row).map(({ key }) => key)), row.n]))
  const most = niceTop(Math.max(0, ...figure.rows.map(({ n }) => (typeof n === 'number' ? n : 0))))
  const top =
    legend(
      on,
      named.map(({ label }) => label),
      (at, x, y) => {
        on.path(
          [
            [x, y + 7],
            [x + 26, y + 7],
          ],
          on.paint.series[at] ?? on.paint.ink,
          dashes[at] ?? '',
        )
        on.mark([x + 13, y + 7], at, on.paint.series[at] ?? on.paint.ink)
      },
    ) + 8
  const start = textWidth(words.number(most)) * size + 12
  const [tall, room] = [200, on.width - start - 24]
  const x = (at: number) => start + 12 + (times.length < 2 ? room / 2 : (at / (times.length - 1)) * (room - 12))
  const y = (n: number) => top + tall - (n / most) * tall
  for (const step of [0, 0.25, 0.5, 0.75, 1]) {
    on.line([start, y(most * step)], [on.width, y(most * step)], step === 0 ? on.paint.quiet : on.paint.line)
    on.text(words.number(most * step), { x: start - 8, y: y(most * step) + 4.5, anchor: 'end', fill: on.paint.quiet })
  }
  const widest = Math.max(1, ...times.map(([, label]) => textWidth(label))) * size + 10
  const every = Math.max(1, Math.ceil((times.length * widest) / Math.max(1, room)))
  for (const [at, [, label]] of times.entries())
    if ((times.length - 1 - at) % every === 0) on.text(label, { x: x(at), y: top + tall + 20, anchor: 'middle' })
  for (const [at, { key }] of series.entries()) {
    const colour = on.paint.series[at] ?? on.paint.ink
    let run: (readonly [number, number])[] = []
    const runs = [run]
    for (const [time, [code]] of times.entries()) {
      const n = valueAt.get(JSON.stringify(key === null ? [code] : [code, key])) ?? null
      if (typeof n === 'number') run.push([x(time), y(n)])
      else {
        runs.push((run = []))
        // A gap has its sign on the ground line, so that it is seen and not read as 0.
        if (series.length === 1)
          on.text(n === 'c' ? 'c' : '–', { x: x(time), y: top + tall - 6, anchor: 'middle', fill: on.paint.quiet })
      }
    }
    for (const each of runs) if (each.length > 1) on.path(each, colour, dashes[at] ?? '')
    for (const each of runs) for (const point of each) on.mark(point, at, colour)
  }
  return top + tall + 30
}

/** The end of the axis: a whole number that four steps divide, at least as large as the largest value. */
function niceTop(most: number): number {
  if (most <= 4) return 4
  const unit = 10 ** Math.floor(Math.log10(most))
  const found = [1, 1.2, 1.6, 2, 2.4, 3.2, 4, 6, 8, 10].map(step => step * unit).find(step => step >= most) ?? most
  return Math.ceil(found / 4) * 4
}
