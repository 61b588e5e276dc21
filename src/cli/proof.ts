import { Command, Option } from 'commander'
import { readClaims } from '#exchange/claims/read.ts'
import { readReportFile } from '#exchange/claims/report-file.ts'
import { phrase } from '#exchange/messages.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { phraseErrors } from '#exchange/report.ts'
import { sourceOf } from '#exchange/source.ts'
import { proofRead } from '#figures/proof/proof.ts'
import { proofText } from '#figures/proof/text.ts'
import { systemActor } from '#register/work.ts'
import { type HeldReport, heldReport } from '#reports/held.ts'
import { heldText, holds } from '#reports/held-text.ts'
import { type CliContext, exitCode } from './context.ts'

/** `waymark proof`: reads a file; the register is opened only to be held against. */
export function proofCommand(context: CliContext): Command {
  return new Command('proof')
    .description(
      'Look for contradictions among published figures: a spreadsheet of claims, or the figures.json of a report.',
    )
    .argument('<file>', 'CSV (UTF-8), .xlsx or figures.json')
    .addOption(
      new Option('--against <what>', 'a figures.json also against the register: as published, as now').choices([
        'register',
      ]),
    )
    .addHelpText(
      'after',
      `
The columns of a file of claims are explained in docs/proof.md.

Exit codes:
  0  nothing was found
  1  there are findings, or numbers that differ from what was published or is counted now
  2  the file cannot be read; lines at fault are named`,
    )
    .action(async (file: string, { against }: { against?: 'register' }) => {
      try {
        const { claims, ignored } = await readClaims(file)
        const findings = proofRead(claims)
        const held = against === undefined ? null : await hold(context, file)
        context.out(
          context.json
            ? JSON.stringify({ claims: claims.length, findings, ...(held === null ? {} : { held }) }, null, 2)
            : [proofText(claims, findings), ...(held === null ? [] : ['', heldText(held)])].join('\n'),
        )
        if (ignored.length > 0) context.err(phrase('note.columns_ignored', { columns: ignored.join(', ') }))
        const clean = findings.length === 0 && (held === null || holds(held))
        process.exitCode = clean ? exitCode.done : exitCode.failed
      } catch (error) {
        if (!(error instanceof LinesRefused)) throw error
        if (context.json) context.out(JSON.stringify({ refused: error.lines, errors: error.errors }, null, 2))
        for (const line of phraseErrors(error.errors)) context.err(line)
        context.err(phrase('exchange.claims_refused', { count: error.lines }))
        process.exitCode = exitCode.usage
      }
    })
}

async function hold(context: CliContext, file: string): Promise<HeldReport> {
  const read = await readReportFile(sourceOf(file))
  const stop = new AbortController()
  const onInterrupt = () => stop.abort()
  process.once('SIGINT', onInterrupt)
  try {
    return await heldReport(await context.openRegister(), systemActor, read, {
      signal: stop.signal,
      progress: ({ done, of }) => {
        if (done % 10 === 0) context.err(`Counting again: ${done} of ${of}`)
      },
    })
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
}
