import { Command } from 'commander'
import type { CliContext } from './context.ts'
import { evaluateCommand } from './link-evaluate.ts'
import { encodeCommand, keyCommand, receiveCommand, schemaCommand } from './link-owner.ts'
import { registerCommand } from './link-register.ts'
import { dedupeCommand, matchCommand } from './link-run.ts'
import { simulateCommand } from './link-simulate.ts'
import { synthesiseCommand } from './link-synthesise.ts'
import { projectCommand, runCommand, submitCommand } from './link-unit.ts'

/** `waymark link`: the same person counted once, with and without names. */
export function linkCommand(context: CliContext): Command {
  const link = new Command('link').description(
    'Find the same person in several registrations, and count persons with an interval.',
  )
  const owners = [schemaCommand, simulateCommand, keyCommand, encodeCommand, receiveCommand]
  const units = [projectCommand, submitCommand, runCommand]
  for (const command of [
    registerCommand,
    dedupeCommand,
    matchCommand,
    evaluateCommand,
    synthesiseCommand,
    ...owners,
    ...units,
  ])
    link.addCommand(command(context))
  return link
}
