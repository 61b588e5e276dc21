import type { LineError } from './line.ts'
import { phraseLineError } from './line.ts'
import { phrase } from './messages.ts'

/** What an import did, for the person who ran it and for `--json`. Counts are of records, not of persons. */
export interface ImportReport {
  readonly lines: number
  readonly created: number
  readonly changed: number
  readonly unchanged: number
  /** Lines left out because something in them is wrong (only with --accept-valid). */
  readonly refused: number
  /** Every fault found, in the order of the lines. */
  readonly errors: readonly LineError[]
  readonly notes: readonly string[]
  readonly dryRun: boolean
}

const mostShown = 100

/** The report in sentences: first what happened, then what to know about it, then the faults. */
export function phraseReport(report: ImportReport): string[] {
  const { lines, created, changed, unchanged } = report
  return [
    phrase('report.imported', { lines, created, changed, unchanged }),
    ...(report.refused > 0 ? [phrase('report.refused', { count: report.refused })] : []),
    ...report.notes,
    ...(report.dryRun ? [phrase('report.dry_run')] : []),
  ]
}

export function phraseErrors(errors: readonly LineError[]): string[] {
  const shown = errors.slice(0, mostShown).map(phraseLineError)
  return errors.length > mostShown ? [...shown, phrase('report.more', { count: errors.length - mostShown })] : shown
}
