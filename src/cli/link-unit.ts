import { Command, InvalidArgumentError } from 'commander'
import { createProject, runProject, submit } from '#linkage/unit/folder.ts'
import { answer } from './answer.ts'
import type { CliContext } from './context.ts'
import { readText } from './link-lines.ts'

/** What a linkage unit does: a folder, what owners submit to it, one run. It never has a key and gives back no score. */

export function projectCommand(context: CliContext): Command {
  return new Command('project')
    .description('Open the folder of a project at the linkage unit.')
    .argument('<dir>', 'folder to make')
    .requiredOption('--project <name>', 'name, as in the owners’ key')
    .requiredOption('--date <date>', 'date, as in the owners’ key')
    .requiredOption('--schema <file>', 'the schema that was agreed')
    .action(async (dir: string, o: { project: string; date: string; schema: string }) => {
      const schema = await readText(o.schema)
      const { project, date } = await createProject(dir, { project: o.project, date: o.date, schema, now: new Date() })
      answer(
        context,
        { project, date, dir },
        `The project ${project} of ${date} is open in ${dir}. Keep it on an encrypted disk.`,
      )
    })
}

export function submitCommand(context: CliContext): Command {
  return new Command('submit')
    .description('Take the encodings of an owner into a project; what does not fit is refused.')
    .argument('<file>', 'encodings, as waymark link encode wrote them')
    .requiredOption('--to <dir>', 'folder of the project')
    .action(async (file: string, { to }: { to: string }) => {
      const taken = await submit(to, file, new Date())
      answer(
        context,
        taken,
        `${taken.records} rows of ${taken.owner} taken${taken.replaced ? ', in place of those before' : ''}. Delete ${file} now.`,
      )
    })
}

export function runCommand(context: CliContext): Command {
  return new Command('run')
    .description('Link what was submitted, write a result for each owner, delete the encodings.')
    .argument('<dir>', 'folder of the project')
    .option('--probability <p>', 'from which pairs are taken as one person', probability, 0.95)
    .action(async (dir: string, o: { probability: number }) => {
      const stop = new AbortController()
      const onSignal = () => stop.abort(new Error('Stopped, as asked. Nothing was linked and nothing deleted.'))
      process.once('SIGINT', onSignal)
      try {
        const progress = tellTenths(context)
        const summary = await runProject(dir, { ...o, now: new Date(), signal: stop.signal, progress })
        for (const warning of summary.warnings) context.err(warning)
        answer(
          context,
          { ...summary, results: `${dir}/results` },
          `${summary.records} rows are ${summary.clusters} persons at a probability of ${o.probability}; ${summary.shared} are known to two owners or more. ` +
            `The results are in ${dir}/results, a file for each owner. The encodings are deleted. Made-up rows are counted with the rest: owners know theirs.`,
        )
      } finally {
        process.off('SIGINT', onSignal)
      }
    })
}

function tellTenths(context: CliContext): (done: number, of: number) => void {
  let told = 0
  return (done, of) => {
    const tenth = Math.floor((done * 10) / of)
    if (tenth > told) context.err(`compared ${tenth * 10} %`)
    told = Math.max(told, tenth)
  }
}

function probability(text: string): number {
  const value = Number(text)
  if (!(value > 0 && value < 1)) throw new InvalidArgumentError('A number between 0 and 1 is needed.')
  return value
}
