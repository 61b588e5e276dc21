import { Command } from 'commander'
import { readClaims } from '#exchange/claims/read.ts'
import { phrase } from '#exchange/messages.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { phraseErrors } from '#exchange/report.ts'
import { proofRead } from '#figures/proof/proof.ts'
import { proofText } from '#figures/proof/text.ts'
import { type CliContext, exitCode } from './context.ts'

/** `waymark proof`: reads a file and nothing else; the register is not opened. */
export function proofCommand(context: CliContext): Command {
  return new Command('proof')
    .description(
      'Look for contradictions among published figures: a spreadsheet of claims, or the figures.json of a report.',
    )
    .argument('<file>', 'CSV (UTF-8), .xlsx or figures.json')
    .addHelpText(
      'after',
      `
The columns of a file of claims are explained in docs/proof.md.

Exit codes:
  0  nothing was found
  1  there are findings
  2  the file cannot be read; lines at fault are named`,
    )
    .action(async (file: string) => {
      try {
        const { claims, ignored } = await readClaims(file)
        const findings = proofRead(claims)
        context.out(
          context.json ? JSON.stringify({ claims: claims.length, findings }, null, 2) : proofText(claims, findings),
        )
        if (ignored.length > 0) context.err(phrase('note.columns_ignored', { columns: ignored.join(', ') }))
        process.exitCode = findings.length > 0 ? exitCode.failed : exitCode.done
      } catch (error) {
        if (!(error instanceof LinesRefused)) throw error
        if (context.json) context.out(JSON.stringify({ refused: error.lines, errors: error.errors }, null, 2))
        for (const line of phraseErrors(error.errors)) context.err(line)
        context.err(phrase('exchange.claims_refused', { count: error.lines }))
        process.exitCode = exitCode.usage
      }
    })
}
