import { Command } from 'commander'
import { type FilledDemo, fillDemo } from '#demo/fill.ts'
import type { CliContext } from './context.ts'
import { wholeNumber } from './number.ts'

interface DemoCommandOptions {
  readonly persons: number
  readonly seed: number
  readonly services?: number
}

export function demoCommand(context: CliContext): Command {
  return new Command('demo')
    .description('Fill an empty register with a fictional organisation; prints the sign-ins. All names are invented.')
    .option('--persons <n>', 'how many persons', wholeNumber, 2_000)
    .option('--seed <n>', 'the same seed gives the same persons', wholeNumber, 1)
    .option('--services <n>', 'about how many services in each file; from 100,000 persons on', wholeNumber)
    .action(async ({ persons, seed, services }: DemoCommandOptions) => {
      const register = await context.openRegister()
      const began = performance.now()
      let told = began
      const filled = await fillDemo(register, {
        persons,
        seed,
        services,
        today: register.now().toISOString().slice(0, 10),
        onProgress(done) {
          if (performance.now() - told < 5_000) return
          told = performance.now()
          context.err(`${done} of ${persons} persons …`)
        },
      })
      const seconds = Math.round((performance.now() - began) / 100) / 10
      if (context.json) context.out(JSON.stringify({ ...filled, seconds }))
      else {
        for (const line of demoWords(filled)) context.out(line)
        context.out(`${filled.persons} persons, ${filled.records} records, ${seconds} s.`)
      }
    })
}

/** What a person at the terminal should know of the demo; null: the register was in use and nothing was loaded. */
export function demoWords(filled: FilledDemo | null): string[] {
  if (!filled) return ['The register is in use already: no demo was loaded, everything is as it was.']
  const width = Math.max(...filled.signIns.map(each => each.login.length))
  return [
    `${filled.organisation} (fictional). Sign-ins, all with the password: ${filled.password}`,
    ...filled.signIns.map(each => `  ${each.login.padEnd(width)}  ${each.name}, ${each.role.replaceAll('_', ' ')}`),
  ]
}
