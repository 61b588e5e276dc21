import { Command } from 'commander'
import type { CliContext } from './context.ts'
import { synthesiseCommand } from './link-synthesise.ts'

/** `waymark link`: the same person counted once, with and without names. */
export function linkCommand(context: CliContext): Command {
  const link = new Command('link').description('Find the same person in several registrations.')
  for (const command of [synthesiseCommand]) link.addCommand(command(context))
  return link
}
