import { Command } from 'commander'
import type { CliContext } from './context.ts'
import { evaluateCommand } from './link-evaluate.ts'
import { dedupeCommand, matchCommand } from './link-run.ts'
import { synthesiseCommand } from './link-synthesise.ts'

/** `waymark link`: the same person counted once, with and without names. */
export function linkCommand(context: CliContext): Command {
  const link = new Command('link').description(
    'Find the same person in several registrations, and count persons with an interval.',
  )
  for (const command of [dedupeCommand, matchCommand, evaluateCommand, synthesiseCommand])
    link.addCommand(command(context))
  return link
}
