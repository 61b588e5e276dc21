import { Command } from 'commander'
import type { CliContext } from './context.ts'
import { watchOf } from './link-run.ts'

/** `waymark link register`: how many persons the records of this register are. */
export function registerCommand(context: CliContext): Command {
  return new Command('register')
    .description(
      'Compare all persons of this register with each other and keep how many they are, with an interval that figures of persons then say. Nothing is joined, and no name leaves the memory of this program.',
    )
    .option('--train', 'learn the model from this register; it needs some thousand persons', false)
    .action(async ({ train }: { train: boolean }) => {
      const stop = new AbortController()
      const onInterrupt = () => stop.abort()
      process.once('SIGINT', onInterrupt)
      try {
        const { linkRegister } = await import('#matching/link-register.ts')
        const register = await context.openRegister()
        const { count, nameless, decided } = await linkRegister(register, { train }, watchOf(context, stop.signal))
        const n = (value: number) => value.toLocaleString('en')
        context.out(
          context.json
            ? JSON.stringify({ ...count, nameless, decided }, null, 2)
            : [
                `${n(count.records)} person records with a name; ${n(nameless)} without one could not be compared. Pairs that people decided: ${n(decided)}.`,
                `Persons: ${n(count.persons)}, nine times in ten between ${n(count.interval.from)} and ${n(count.interval.to)}.`,
                ...count.at.map(
                  ({ probability, persons }) => `  ${n(persons)} when links count from ${probability} on`,
                ),
              ].join('\n'),
        )
      } finally {
        process.removeListener('SIGINT', onInterrupt)
      }
    })
}
