import { chartOf, undrawn } from '../charts/chart.ts'
import { onScreen } from '../charts/sheet.ts'
import { measured, signsOf } from '../measured.ts'
import { passportOf } from '../passport.ts'
import { escaped } from '../plain.ts'
import type { ReportFigure } from '../report.ts'
import { tableOf } from '../table.ts'
import type { ReportWords, Shown } from '../words.ts'
import { faces } from './faces.ts'

/** A figure: number and caption, what it measures, chart, table twin, and the passport under it. */
export function figureHtml(figure: ReportFigure, words: ReportWords): string {
  const { text } = words
  const label = text.figure(words.number(figure.number))
  const left = undrawn(figure)
  return `<figure id="figure-${figure.number}"${figure.rows.length > 24 ? ' class="long"' : ''} aria-labelledby="caption-${figure.number}">
<figcaption id="caption-${figure.number}"><span class="n">${escaped(label)}.</span> ${escaped(figure.caption)}</figcaption>
<p class="measured">${escaped(measured(figure, words))}</p>
${charts(figure, words)}
${left === 0 ? '' : `<p class="undrawn">${escaped(text.onlyInTable(words.number(left)))}</p>`}
${tableHtml(figure, words, label)}
${signsOf(figure, words)
  .map(said => `<p class="signs">${escaped(said)}</p>`)
  .join('')}
${passportHtml(figure, words)}
</figure>`
}

/** Drawn twice, for a desk and for a phone: scaled text would be too small on one or too large on the other. */
function charts(figure: ReportFigure, words: ReportWords): string {
  const rtl = words.rtl
  const draw = (kind: 'desk' | 'phone', width: number) =>
    chartOf(figure, words, { width, rtl, paint: onScreen, prefix: `f${figure.number}-${kind}` })?.replace(
      '<svg ',
      `<svg class="${kind}" `,
    ) ?? ''
  return draw('desk', 700) + draw('phone', 328)
}

function tableHtml(figure: ReportFigure, words: ReportWords, label: string): string {
  const { heads, rows, base } = tableOf(figure, words)
  const cells = (all: readonly Shown[], columns = 1) =>
    all
      .map(
        ({ text, face }) =>
          `<td class="num${faces[face]}"${columns > 1 ? ` colspan="${columns}"` : ''}>${escaped(text)}</td>`,
      )
      .join('')
  const [first = '', ...others] = heads
  const span = base.cells.length === 1 ? others.length : 1
  return `<div class="scroll" tabindex="0" role="region" aria-label="${escaped(label)}"><table>
<thead><tr>${first === '' ? '<td></td>' : `<th scope="col">${escaped(first)}</th>`}${others.map(head => `<th scope="col" class="num">${escaped(head)}</th>`).join('')}</tr></thead>
<tbody>${rows.map(({ head, cells: all }) => `<tr><th scope="row">${escaped(head)}</th>${cells(all)}</tr>`).join('')}</tbody>
<tfoot><tr><th scope="row">${escaped(base.head)}</th>${cells(base.cells, span)}</tr></tfoot>
</table></div>`
}

const passportHtml = (figure: ReportFigure, words: ReportWords): string =>
  `<dl class="passport">${passportOf(figure, words)
    .map(
      ({ name, said }) =>
        `<dt>${escaped(name)}</dt><dd>${
          said.length === 1
            ? escaped(said[0] ?? '')
            : `<ul>${said.map(each => `<li>${escaped(each)}</li>`).join('')}</ul>`
        }</dd>`,
    )
    .join('')}</dl>`
