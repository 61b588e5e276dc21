import type { Comparison } from './compare.ts'
import { baseInWords } from './passport.ts'
import { grouped } from './words.ts'

/** A comparison for a terminal: the sentence, the rows, and under them both bases and who reported. Lines separated by \n. */
export function comparisonText({ before, after, rows, text, reasons }: Comparison): string {
  return [
    `${after.label} · ${before.period.label} and ${after.period.label}`,
    '',
    text,
    ...(rows.length === 0 ? [] : ['', ...tableOf(before.period.label, after.period.label, rows), '']),
    `Unit      ${after.unit}: ${after.definition}`,
    `Base      ${before.period.label}: ${baseInWords(before)}; ${after.period.label}: ${baseInWords(after)}`,
    `Coverage  ${before.period.label}: ${before.coverage.text}`,
    `          ${after.period.label}: ${after.coverage.text}`,
    `As of     ${after.asOf}`,
    ...[...reasons, ...after.not_available, ...after.caveats].map(each => `  - ${each.text}`),
  ].join('\n')
}

function tableOf(then: string, now: string, rows: Comparison['rows']): string[] {
  const shown = (n: number | null) => (n === null ? '-' : grouped(n))
  const lines = [
    ['', then, now, '%'],
    ...rows.map(({ label, before, after, percent }) => [
      Array.isArray(label) ? label.join(', ') : label,
      shown(before),
      shown(after),
      percent === null ? '-' : percent > 0 ? `+${percent}` : String(percent),
    ]),
  ]
  const widths = [0, 1, 2, 3].map(at => Math.max(...lines.map(line => [...(line[at] ?? '')].length)))
  return lines.map(line =>
    line.map((cell, at) => (at === 0 ? cell.padEnd(widths[at] ?? 0) : cell.padStart(widths[at] ?? 0))).join('  '),
  )
}
