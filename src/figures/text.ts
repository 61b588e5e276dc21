import type { Figure, FigureRow } from './figure-shape.ts'
import { baseInWords } from './passport.ts'
import { grouped } from './words.ts'

/** A figure for a terminal: title, table, and under it the passport. One string, lines separated by \n. */
export function figureText(figure: Figure): string {
  const where = Object.entries(figure.where)
    .filter(([id]) => id !== 'year')
    .map(([id, values]) => `${id} = ${values.join(' or ')}`)
  const by = figure.by.length === 0 ? '' : ` by ${figure.by.map(each => each.label.toLowerCase()).join(' and ')}`
  const title = [`${figure.label}${by}`, figure.period.label, ...where].join(' · ')
  const remarks = [...figure.not_available, ...figure.caveats].map(each => `  - ${each.text}`)
  return [
    title,
    '',
    ...tableOf(figure),
    `Unit      ${figure.unit}: ${figure.definition}`,
    `Base      ${baseInWords(figure)}`,
    `Period    ${figure.period.label}`,
    `Coverage  ${figure.coverage.text}`,
    `As of     ${figure.asOf}`,
    ...remarks,
  ].join('\n')
}

function tableOf(figure: Figure): string[] {
  if (figure.rows.length === 0) return []
  const header = ['', ...figure.by.flatMap(each => ['', each.label]), 'n', '%']
  const lines = [header, ...figure.rows.map(cellsOf)]
  const widths = header.map((_, at) => Math.max(...lines.map(line => [...(line[at] ?? '')].length)))
  const numeric = new Set([0, header.length - 2, header.length - 1])
  const drawn = lines.map(line =>
    line
      .map((cell, at) => (numeric.has(at) ? cell.padStart(widths[at] ?? 0) : cell.padEnd(widths[at] ?? 0)))
      .join('  ')
      .trimEnd(),
  )
  return [...drawn, '']
}

function cellsOf(row: FigureRow): string[] {
  const keys = Array.isArray(row.key) ? row.key : [row.key]
  const labels = Array.isArray(row.label) ? row.label : [row.label]
  const named = keys.flatMap((key, at) => [key, labels[at] ?? key])
  return [
    row.rank === null ? '' : String(row.rank),
    ...named,
    row.n === null ? '' : grouped(row.n),
    row.share === null ? '' : String(row.share),
  ]
}
