import { Command, CommanderError } from 'commander'
import { type CliContext, contextOf, exitCode } from './context.ts'
import { inWords, isKnownProblem } from './words.ts'

/** waymark <verb>: the program's command line. */
const program = new Command('waymark')
  .description('Case management and register for people who identify, protect and assist trafficked persons.')
  .option('--data <dir>', 'data folder (default: WAYMARK_DATA, else var beside the program)')
  .option('--json', 'print what a program can read')
  .addHelpText(
    'after',
    `
Environment:
  WAYMARK_DATA   data folder (keys, embedded PostgreSQL)
  WAYMARK_KEY    master key, 64 hexadecimal digits, instead of the file in the data folder
  DATABASE_URL   an existing PostgreSQL 15 or newer instead of the embedded one
  WAYMARK_S3_ENDPOINT, WAYMARK_S3_BUCKET, WAYMARK_S3_REGION, WAYMARK_S3_ACCESS_KEY, WAYMARK_S3_SECRET_KEY
                 an S3 store for the files of documents instead of the data folder (docs/files.md)

Exit codes:
  0  done
  1  failed; nothing was changed unless the message says so
  2  the command or the input is wrong; nothing was changed
  3  a check found something broken (audit verify)`,
  )
  .showHelpAfterError()
  .enablePositionalOptions(false)
  .exitOverride()

// A reader that stops reading (head) is no mistake of ours, and the database still has to be left in order.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error
})

const context = contextOf(program)
/** Each verb is loaded when it is asked for: all of them together take most of a second. */
const verbs: Readonly<Record<string, () => Promise<(context: CliContext) => Command>>> = {
  serve: async () => (await import('./serve.ts')).serveCommand,
  demo: async () => (await import('./demo.ts')).demoCommand,
  import: async () => (await import('./import.ts')).importCommand,
  export: async () => (await import('./export.ts')).exportCommand,
  figures: async () => (await import('./figures.ts')).figuresCommand,
  proof: async () => (await import('./proof.ts')).proofCommand,
  report: async () => (await import('./report.ts')).reportCommand,
  publish: async () => (await import('./publish.ts')).publishCommand,
  user: async () => (await import('./user.ts')).userCommand,
  office: async () => (await import('./office.ts')).officeCommand,
  audit: async () => (await import('./audit.ts')).auditCommand,
  files: async () => (await import('./files.ts')).filesCommand,
  facts: async () => (await import('./facts.ts')).factsCommand,
  link: async () => (await import('./link.ts')).linkCommand,
}
const asked = process.argv.slice(2).filter(word => Object.hasOwn(verbs, word))
// Help, and a word that is no verb, need them all.
for (const verb of asked.length > 0 ? new Set(asked) : Object.keys(verbs)) {
  const command = await verbs[verb]?.()
  if (command) program.addCommand(global(command(context)))
}

/** `--data` and `--json` may stand before or after the verb. */
function global(command: Command): Command {
  command.exitOverride()
  if (command.commands.length === 0) {
    if (!command.options.some(option => option.long === '--data')) command.option('--data <dir>', 'data folder')
    if (!command.options.some(option => option.long === '--json'))
      command.option('--json', 'print what a program can read')
    command.hook('preAction', (_, action) => {
      const { data, json } = action.opts<{ data?: string; json?: boolean }>()
      if (data !== undefined) program.setOptionValue('data', data)
      if (json) program.setOptionValue('json', true)
    })
  }
  for (const each of command.commands) global(each)
  return command
}

try {
  await program.parseAsync()
} catch (error) {
  if (error instanceof CommanderError) process.exitCode = error.exitCode === 0 ? exitCode.done : exitCode.usage
  else {
    process.exitCode = isKnownProblem(error) ? exitCode.usage : exitCode.failed
    context.err(inWords(error))
  }
} finally {
  await context.close()
}
