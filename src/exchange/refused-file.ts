import { createWriteStream } from 'node:fs'
import { pipeline } from 'node:stream/promises'
import { stringify } from 'csv-stringify'
import { escapeFormula } from './formula.ts'
import type { LineError } from './line.ts'
import { phrase } from './messages.ts'
import { tableRows } from './table.ts'

/**
 * Writes the refused lines of `source` as a CSV: number of the line, why it was refused, then the line as it stood. Readable
 * by the owner only: it holds the same data as the source.
 */
export async function refusedFile(source: string, target: string, errors: readonly LineError[]): Promise<void> {
  const reasons = new Map<number, string[]>()
  for (const { line, column, reason, details } of errors) {
    const said = `${column}: ${phrase(`line.${reason}`, details)}`
    reasons.set(line, [...(reasons.get(line) ?? []), said])
  }
  async function* lines(): AsyncGenerator<string[]> {
    let header = true
    for await (const row of tableRows(source)) {
      const why = reasons.get(row.line)
      if (header) yield [phrase('report.column_line'), phrase('report.column_reason'), ...row.cells]
      else if (why !== undefined) yield [String(row.line), why.join('; '), ...row.cells.map(escapeFormula)]
      header = false
    }
  }
  await pipeline(lines, stringify(), createWriteStream(target, { mode: 0o600 }))
}
