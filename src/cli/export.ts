import { Command, Option } from 'commander'
import { exportCtdc } from '#exchange/ctdc/export.ts'
import { type ExportReport, exportHtcds } from '#exchange/htcds/export.ts'
import type { CliContext } from './context.ts'

interface FileOptions {
  readonly office?: string
  readonly replace?: boolean
}

/** `waymark export`: cases as files in the formats of others. */
export function exportCommand(context: CliContext): Command {
  const command = new Command('export').description('Write cases to a file.')
  command
    .command('htcds <file>')
    .description('Human Trafficking Case Data Standard 2.0: .xlsx or .csv by the name of the file.')
    .option('--office <code>', 'only the cases of this office')
    .option('--with-identity', 'names, contacts, places and narratives too')
    .option('--replace', 'overwrite the file')
    .action(async (file: string, o: FileOptions & { readonly withIdentity?: boolean }) => {
      const register = await context.openRegister()
      const { office = null, replace = false, withIdentity = false } = o
      say(context, await exportHtcds(register, { file, office, replace, withIdentity }))
    })
  command
    .command('ctdc <file>')
    .description('The columns of the public CTDC files. Rows are not anonymised: for exchange under an agreement only.')
    .addOption(new Option('--schema <schema>', 'a (2020), b (2021) or c (2024)').choices(['a', 'b', 'c']).default('a'))
    .option('--office <code>', 'only the cases of this office')
    .option('--replace', 'overwrite the file')
    .action(async (file: string, o: FileOptions & { readonly schema: 'a' | 'b' | 'c' }) => {
      const register = await context.openRegister()
      const { office = null, replace = false, schema } = o
      say(context, await exportCtdc(register, { file, office, replace, schema }))
    })
  return command
}

function say(context: CliContext, report: ExportReport): void {
  if (context.json) context.out(JSON.stringify(report))
  else for (const note of report.notes) context.out(note)
}
