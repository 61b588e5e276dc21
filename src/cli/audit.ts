import { Command } from 'commander'
import { verifyChains } from '#register/verify.ts'
import { type CliContext, exitCode } from './context.ts'

const why = {
  hash: 'its content was altered',
  gap: 'a change before it is missing',
  previous: 'it does not follow from the change before it',
  record: 'the record is not what its history says',
  no_history: 'the record has no history',
} as const

export function auditCommand(context: CliContext): Command {
  const audit = new Command('audit').description('Look after the tamper-evident history.')
  audit
    .command('verify')
    .description('Walk every hash chain; name the first broken record (exit code 3).')
    .action(async () => {
      const result = await verifyChains(await context.openRegister())
      if (context.json) context.out(JSON.stringify(result))
      else if (result.broken)
        context.out(
          `Broken: ${result.broken.type} ${result.broken.record}, version ${result.broken.version}: ${why[result.broken.why]}.`,
        )
      else context.out(`All ${result.checked} changes hold together.`)
      if (result.broken) process.exitCode = exitCode.broken
    })
  return audit
}
