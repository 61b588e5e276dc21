import { Command } from 'commander'
import { digestFacts, rebuildFacts } from '#register/facts.ts'
import type { CliContext } from './context.ts'

export function factsCommand(context: CliContext): Command {
  const facts = new Command('facts').description('The coded tables that figures are counted from.')
  facts
    .command('rebuild')
    .description('Derive every fact anew from the records, and say whether anything differed.')
    .action(async () => {
      const register = await context.openRegister()
      const before = await digestFacts(register)
      const cases = await rebuildFacts(register)
      const after = await digestFacts(register)
      if (context.json) context.out(JSON.stringify({ cases, before, after, identical: before === after }))
      else
        context.out(
          `${cases} cases read. The facts are ${before === after ? 'what they were' : 'different now'} (${after.slice(0, 16)}).`,
        )
    })
  facts
    .command('digest')
    .description('SHA-256 over the fact tables.')
    .action(async () => {
      const digest = await digestFacts(await context.openRegister())
      context.out(context.json ? JSON.stringify({ digest }) : digest)
    })
  return facts
}
