import { type LongCell, longTable } from './long-table.ts'
import { plainly } from './plain.ts'
import type { Report } from './report.ts'
import { reportWords } from './words.ts'

/**
 * The numbers of a report as CSV with a row of HXL tags under the heads. UTF-8 with its mark, which spreadsheets need to read
 * other scripts than Latin.
 */
export function reportCsv(given: Report): string {
  const report = plainly(given)
  const { columns, rows } = longTable(report, reportWords(report.language, report.direction))
  const lines: readonly LongCell[][] = [columns.map(({ head }) => head), columns.map(({ tag }) => tag), ...rows]
  return `\uFEFF${lines.map(line => line.map(cell).join(',')).join('\r\n')}\r\n`
}

/** Text that a spreadsheet would take for a formula (= + - @ or a control first) begins with an apostrophe instead. */
function cell(value: LongCell): string {
  if (value === null) return ''
  if (typeof value === 'number') return String(value)
  const safe = /^\s*[=+\-@\t\r＝＋－＠]/u.test(value) ? `'${value}` : value
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
