import { readFile } from 'node:fs/promises'
import { Command } from 'commander'
import { importActivities } from '#exchange/activities/import.ts'
import { importCore } from '#exchange/core/import.ts'
import { importCtdc } from '#exchange/ctdc/import.ts'
import { importHtcds } from '#exchange/htcds/import.ts'
import { phrase } from '#exchange/messages.ts'
import { importProjects } from '#exchange/projects/import.ts'
import { importOwnFields } from '#exchange/own-fields.ts'
import { LinesRefused } from '#exchange/refusal.ts'
import { type ImportReport, phraseErrors, phraseReport } from '#exchange/report.ts'
import type { Register } from '#register/register.ts'
import { type CliContext, exitCode } from './context.ts'

interface LineOptions {
  readonly office?: string
  readonly offices?: string
  readonly acceptValid?: boolean
  readonly refused?: string
  readonly dryRun?: boolean
}

/** `waymark import`: data and own fields from files. Wrong input exits with 2 and leaves the register as it was. */
export function importCommand(context: CliContext): Command {
  const command = new Command('import').description('Read data from a file into the register.')
  command
    .command('ctdc <file>')
    .description('Public data of the Counter-Trafficking Data Collaborative (schemas A, B, C) into an outside source.')
    .option('--office <code>', 'office that stands for the source; made when missing', 'CTDC')
    .option('--dry-run', 'rehearse: check and count, store nothing')
    .action((file: string, o: LineOptions & { office: string }) =>
      run(context, register => importCtdc(register, { file, office: o.office, dryRun: o.dryRun === true })),
    )
  command
    .command('core <file>')
    .description('Core variables: one line a person and year, or a counted line (CSV UTF-8 or .xlsx).')
    .option('--offices <file>', 'code,name,country,region of offices to add when missing')
    .option('--accept-valid', 'import the right lines although others are wrong')
    .option('--refused <file>', 'where refused lines are written (default: <file>.refused.csv)')
    .option('--dry-run', 'rehearse: check and count, store nothing')
    .action((file: string, o: LineOptions) =>
      run(context, register =>
        importCore(register, {
          file,
          offices: o.offices ?? null,
          acceptValid: o.acceptValid === true,
          refused: o.refused ?? `${file}.refused.csv`,
          dryRun: o.dryRun === true,
        }),
      ),
    )
  command
    .command('htcds <file>')
    .description(
      'Human Trafficking Case Data Standard 2.0: the spreadsheet templates (.xlsx) or the same columns as CSV.',
    )
    .option('--office <code>', 'office that receives the cases')
    .option('--accept-valid', 'import the right lines although others are wrong')
    .option('--refused <file>', 'where refused lines are written (default: <file>.refused.csv)')
    .option('--dry-run', 'rehearse: check and count, store nothing')
    .action((file: string, o: LineOptions) =>
      run(context, register =>
        importHtcds(register, {
          file,
          office: o.office ?? null,
          acceptValid: o.acceptValid === true,
          refused: o.refused ?? `${file}.refused.csv`,
          dryRun: o.dryRun === true,
        }),
      ),
    )
  command
    .command('projects <file>')
    .description(
      'Projects and the money given to them: one line a contribution (CSV UTF-8 or .xlsx; columns: docs/exchange.md).',
    )
    .option('--office <code>', 'office that keeps what names no other (default: the top office)')
    .option('--dry-run', 'rehearse: check and count, store nothing')
    .action((file: string, o: LineOptions) =>
      run(context, register => importProjects(register, { file, office: o.office ?? null, dryRun: o.dryRun === true })),
    )
  command
    .command('activities <file>')
    .description('Activities and their numbers: one line an activity or one number of it (CSV UTF-8 or .xlsx).')
    .option('--dry-run', 'rehearse: check and count, store nothing')
    .action((file: string, o: LineOptions) =>
      run(context, register => importActivities(register, { file, dryRun: o.dryRun === true })),
    )
  command
    .command('dictionary <file>')
    .description('Own fields, code lists and questionnaires from a JSON file.')
    .action(async (file: string) => {
      const register = await context.openRegister()
      const published = await importOwnFields(register, file, path => readFile(path, 'utf8'))
      if (published.ok) {
        const { version } = published
        context.out(context.json ? JSON.stringify({ version }) : phrase('report.published', { version }))
        return
      }
      const { problems } = published
      if (context.json) context.out(JSON.stringify({ problems }))
      context.err(phrase('exchange.extension_invalid', { file }))
      for (const problem of problems) context.err(`  ${problem.at}: ${problem.code}`)
      process.exitCode = exitCode.usage
    })
  return command
}

async function run(context: CliContext, read: (register: Register) => Promise<ImportReport>): Promise<void> {
  const register = await context.openRegister()
  try {
    const report = await read(register)
    for (const line of phraseErrors(report.errors)) context.err(line)
    if (context.json) context.out(JSON.stringify(report, null, 2))
    else for (const line of phraseReport(report)) context.out(line)
  } catch (error) {
    if (!(error instanceof LinesRefused)) throw error
    if (context.json) context.out(JSON.stringify({ refused: error.lines, errors: error.errors }, null, 2))
    for (const line of [...phraseErrors(error.errors), error.message]) context.err(line)
    process.exitCode = exitCode.usage
  }
}
