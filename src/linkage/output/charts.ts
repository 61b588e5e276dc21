/** Charts as SVG text, drawn without any library so that a report is one file that opens anywhere. */

export const escape = (text: string): string =>
  text.replace(
    /[&<>"']/g,
    sign => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' })[sign] ?? sign,
  )

export interface Bar {
  readonly label: string
  readonly value: number
  /** Written behind the bar. */
  readonly text: string
}

const width = 640
const rowHeight = 20
const labelWidth = 250

/** Bars to the right of a line for what speaks for a match, to the left for what speaks against it. */
export function weightBars(bars: readonly Bar[], title: string): string {
  const most = Math.max(1, ...bars.map(bar => Math.abs(bar.value)))
  const zero = labelWidth + (width - labelWidth) / 2
  const scale = (width - labelWidth) / 2 / (most * 1.35)
  const rows = bars.map(({ label, value, text }, i) => {
    const y = i * rowHeight
    const x = value < 0 ? zero + value * scale : zero
    const beside =
      value < 0 ? `x="${(x - 4).toFixed(1)}" text-anchor="end"` : `x="${(zero + value * scale + 4).toFixed(1)}"`
    return `<text x="${labelWidth - 8}" y="${y + 14}" text-anchor="end">${escape(label)}</text><rect class="${value < 0 ? 'against' : 'for'}" x="${x.toFixed(1)}" y="${y + 3}" width="${Math.abs(value * scale).toFixed(1)}" height="14"/><text class="small" ${beside} y="${y + 14}">${escape(text)}</text>`
  })
  return svg(
    bars.length * rowHeight + 4,
    title,
    `${rows.join('')}<line x1="${zero}" x2="${zero}" y1="0" y2="${bars.length * rowHeight}"/>`,
  )
}

/** For each level two bars: how often it is reached by pairs of one person (m) and by others (u), both 0 to 1. */
export function chanceBars(
  levels: readonly { readonly label: string; readonly m: number; readonly u: number }[],
  title: string,
): string {
  const scale = (width - labelWidth - 70) / 1
  const rows = levels.map(({ label, m, u }, i) => {
    const y = i * 26
    const bar = (value: number, kind: string, dy: number) =>
      `<rect class="${kind}" x="${labelWidth}" y="${y + dy}" width="${Math.max(1, value * scale).toFixed(1)}" height="9"/><text class="small" x="${(labelWidth + Math.max(1, value * scale) + 4).toFixed(1)}" y="${y + dy + 8}">${share(value)}</text>`
    return `<text x="${labelWidth - 8}" y="${y + 15}" text-anchor="end">${escape(label)}</text>${bar(m, 'for', 2)}${bar(u, 'against', 12)}`
  })
  return svg(levels.length * 26 + 4, title, rows.join(''))
}

/** Columns, with a second, darker part that stands in the first. */
export function columns(
  bins: readonly { readonly label: string; readonly value: number; readonly part: number }[],
  title: string,
): string {
  const height = 180
  const most = Math.max(1, ...bins.map(bin => Math.log10(bin.value + 1)))
  const step = (width - 40) / Math.max(1, bins.length)
  const tall = (value: number) => (Math.log10(value + 1) / most) * (height - 40)
  const drawn = bins.map(({ label, value, part }, i) => {
    const x = 30 + i * step
    const column = (amount: number, kind: string) =>
      `<rect class="${kind}" x="${x.toFixed(1)}" y="${(height - 24 - tall(amount)).toFixed(1)}" width="${Math.max(1, step - 2).toFixed(1)}" height="${tall(amount).toFixed(1)}"><title>${escape(label)}: ${value}</title></rect>`
    const tick =
      i % Math.ceil(bins.length / 12) === 0
        ? `<text class="small" x="${x.toFixed(1)}" y="${height - 8}">${escape(label)}</text>`
        : ''
    return column(value, 'against') + column(part, 'for') + tick
  })
  return svg(height, title, drawn.join(''))
}

const share = (value: number): string => (value >= 0.001 ? `${(100 * value).toFixed(1)} %` : value.toExponential(1))

const svg = (height: number, title: string, inside: string): string =>
  `<svg role="img" aria-label="${escape(title)}" viewBox="0 0 ${width} ${height}" width="${width}">${inside}</svg>`
