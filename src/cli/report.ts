import { Command, Option } from 'commander'
import { reportKinds } from '#reports/kinds.ts'
import { checkFree, writeFolder } from '#reports/folder.ts'
import type { ReportKind } from '#reports/kind.ts'
import { makeReport, type Progress } from '#reports/make.ts'
import { outputsOf } from '#reports/outputs.ts'
import { checked } from '#reports/parameters.ts'
import { figuresOf } from '#reports/report.ts'
import { systemActor } from '#register/work.ts'
import { ReportProblem } from '#reports/problem.ts'
import { type CliContext, exitCode } from './context.ts'

interface Options extends Readonly<Record<string, string>> {
  readonly mode: 'internal' | 'public'
  readonly out: string
}

/** `waymark report <kind>`: a report in every format, in a folder that appears whole or not at all. */
export function reportCommand(context: CliContext): Command {
  const command = new Command('report').description(
    'Write a report in every format: HTML, PDF, DOCX, XLSX, CSV, figures.json.',
  )
  for (const kind of reportKinds) command.addCommand(commandOf(kind, context))
  return command
}

function commandOf(kind: ReportKind, context: CliContext): Command {
  const command = new Command(kind.id).description(kind.about)
  for (const { id, about, type, optional } of kind.parameters)
    command.addOption(new Option(`--${id} <${type}>`, about).makeOptionMandatory(!optional))
  return command
    .addOption(
      new Option('--mode <mode>', 'internal: exact; public: small numbers suppressed')
        .choices(kind.modes)
        .makeOptionMandatory(),
    )
    .requiredOption('--out <folder>', 'where the files go; new or empty')
    .action(async ({ mode, out, ...options }: Options) => {
      const parameters = checked(kind, Object.fromEntries(kind.parameters.map(({ id }) => [id, options[id]])))
      await checkFree(out)
      const stop = new AbortController()
      const onInterrupt = () => {
        context.err('Stopping …')
        stop.abort()
      }
      process.once('SIGINT', onInterrupt)
      try {
        const making = { mode, signal: stop.signal, progress: teller(context) }
        const { report } = await makeReport(await context.openRegister(), systemActor, { kind, parameters }, making)
        const outputs = await outputsOf(report, making)
        await writeFolder(out, outputs)
        context.out(
          context.json
            ? JSON.stringify({ folder: out, files: outputs.map(({ name, sha256 }) => ({ name, sha256 })) }, null, 2)
            : `${figuresOf(report).length} figures, data up to ${report.cutOff}. ${out}: ${outputs.map(({ name }) => name).join(', ')}`,
        )
      } catch (error) {
        if (!(error instanceof ReportProblem && error.code === 'stopped')) throw error
        context.err(error.message)
        process.exitCode = exitCode.failed
      } finally {
        process.removeListener('SIGINT', onInterrupt)
      }
    })
}

/** A line when something new begins, and every ten questions. */
function teller(context: CliContext): (at: Progress) => void {
  let last = ''
  return ({ doing, done, of }) => {
    const line =
      doing === 'counting' ? `Counting: ${done - (done % 10)} of about ${of}` : `Writing: ${done} of ${of} files`
    if (line !== last) context.err(line)
    last = line
  }
}
