import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { Command, Option } from 'commander'
import { parse } from 'csv-parse/sync'
import type { Engine } from '#linkage/engine/engine.ts'
import { openPostgres } from '#linkage/engine/postgres.ts'
import { type Linked, link } from '#linkage/link.ts'
import { parseModel } from '#linkage/model.ts'
import { writeLinked } from '#linkage/output/write.ts'
import { LinkageProblem } from '#linkage/problem.ts'
import { parseSettings, type Settings } from '#linkage/settings/settings.ts'
import type { Watch } from '#linkage/watch.ts'
import type { CliContext } from './context.ts'

interface LinkOptions {
  readonly model?: string
  readonly train?: boolean
  readonly settings?: string
  readonly out: string
  readonly id?: string
  readonly within?: boolean
  readonly engine: 'duckdb' | 'postgres'
  readonly same?: string
  readonly different?: string
}

const results = `
Writes into the folder of --out:
  pairs.csv      id_l, id_r, weight (log2 of the odds), probability; every pair above a low floor
  clusters.csv   id, person
  count.json     persons with an interval, at three thresholds, warnings
  model.json     the model, for --model another time
  report.html    the same with charts, in one file
  overlap.csv    persons by the sources that know them, where there are several

Without --settings they are proposed from the names of the columns and what stands in them; model.json holds them.
Settings and files are explained in docs/linkage.md.

Exit codes:
  0  done
  1  failed, or stopped; nothing usable was written
  2  the command, a file, the settings or the model is wrong; the message says what to do`

function withOptions(command: Command): Command {
  return command
    .addOption(new Option('--model <file>', 'model.json of an earlier run').conflicts(['train', 'settings']))
    .option('--train', 'learn a model from these files')
    .option('--settings <file>', 'settings as JSON')
    .requiredOption('--out <dir>', 'folder for the results')
    .option('--id <column>', 'column with the number of each record (default: the first)')
    .option('--same <file>', 'CSV of two columns: pairs of ids that are one person, whatever the model says')
    .option('--different <file>', 'CSV of two columns: pairs of ids that are two persons')
    .addOption(
      new Option('--engine <name>', 'where it runs; postgres: the one of DATABASE_URL, in temporary tables')
        .choices(['duckdb', 'postgres'])
        .default('duckdb'),
    )
    .addHelpText('after', results)
}

/** `waymark link dedupe`: the same person found again in one file. The register is not opened. */
export function dedupeCommand(context: CliContext): Command {
  return withOptions(
    new Command('dedupe').description('Find records of the same person in one file.').argument('<file>', 'CSV, UTF-8'),
  ).action((file: string, options: LinkOptions) => run(context, [file], options, 'both'))
}

/** `waymark link match`: persons of one file found in others. */
export function matchCommand(context: CliContext): Command {
  return withOptions(
    new Command('match')
      .description('Find persons of one file in others.')
      .argument('<files...>', 'CSV files, UTF-8')
      .option('--within', 'also look for the same person twice in one file'),
  ).action((files: string[], options: LinkOptions) => {
    if (files.length < 2)
      throw new LinkageProblem(
        'file_unreadable',
        'Two files or more are needed; for one file there is `waymark link dedupe`.',
      )
    return run(context, files, options, options.within ? 'both' : 'between')
  })
}

async function run(context: CliContext, files: string[], options: LinkOptions, kind: Settings['link']): Promise<void> {
  if (!options.model && !options.train)
    throw new LinkageProblem(
      'model_invalid',
      'Say --model FILE to use a model, or --train to learn one from these files.',
    )
  const model = options.model === undefined ? undefined : parseModel(await readJson(options.model, 'model_invalid'))
  const settings =
    options.settings === undefined ? undefined : parseSettings(await readJson(options.settings, 'settings_invalid'))
  const stop = new AbortController()
  const onInterrupt = () => stop.abort()
  process.once('SIGINT', onInterrupt)
  try {
    const decided = {
      same: options.same === undefined ? [] : await readPairs(options.same),
      different: options.different === undefined ? [] : await readPairs(options.different),
    }
    const engine = options.engine === 'postgres' ? { openEngine: postgresOf(process.env['DATABASE_URL']) } : {}
    const request = { files, model, settings, id: options.id, link: kind, decided, ...engine }
    const linked = await link(request, watchOf(context, stop.signal))
    const written = await writeLinked(options.out, linked)
    context.out(
      context.json
        ? JSON.stringify({ ...summary(linked), files: written }, null, 2)
        : sentences(linked, options.out, written),
    )
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
}

/** Steps on standard error when somebody watches; warnings always. */
export function watchOf({ err }: CliContext, signal: AbortSignal): Watch {
  let last = ''
  return {
    signal,
    warn: text => err(`Warning: ${text}`),
    step(name, share) {
      const line = `${name} ${Math.round(share * 100)} %`
      if (process.stderr.isTTY && line !== last) err(line)
      last = line
    },
  }
}

/** @throws LinkageProblem when nothing says which PostgreSQL, or it cannot be reached. */
function postgresOf(address: string | undefined): () => Promise<Engine> {
  if (!address)
    throw new LinkageProblem(
      'engine_missing',
      'Say in DATABASE_URL which PostgreSQL is to be used: postgres://user@host/database. It needs the right to make temporary tables.',
    )
  return () =>
    openPostgres({ connectionString: address }).catch(() => {
      throw new LinkageProblem(
        'engine_missing',
        'The PostgreSQL of DATABASE_URL cannot be reached, or refuses to make temporary tables.',
      )
    })
}

/** Pairs of ids, one a line; the first line names the columns. */
async function readPairs(path: string): Promise<(readonly [string, string])[]> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new LinkageProblem('file_unreadable', `${basename(path)} cannot be opened. Look at the path.`)
  })
  const [, ...lines] = parse(text, {
    bom: true,
    skip_empty_lines: true,
    relax_column_count: true,
    trim: true,
  }) as string[][]
  return lines.map(([a = '', b = ''], at) => {
    if (a === '' || b === '' || a === b)
      throw new LinkageProblem(
        'file_unreadable',
        `${basename(path)}, line ${at + 2}: two different ids are needed. Below a first line of names each line holds one pair.`,
      )
    return [a, b] as const
  })
}

async function readJson(path: string, code: 'model_invalid' | 'settings_invalid'): Promise<unknown> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new LinkageProblem(code, `${basename(path)} cannot be opened. Look at the path.`)
  })
  try {
    return JSON.parse(text)
  } catch {
    throw new LinkageProblem(code, `${basename(path)} is not JSON.`)
  }
}

const summary = ({ count, person, pairs, links, warnings }: Linked) => ({
  ...count,
  clusters: new Set(person).size,
  pairs: { compared: pairs, written: links.left.length },
  warnings,
})

function sentences(linked: Linked, out: string, files: readonly string[]): string {
  const { count } = linked
  const n = (value: number) => value.toLocaleString('en')
  return [
    `${n(count.records)} records, ${n(linked.pairs)} pairs compared, ${n(linked.links.left.length)} above the floor.`,
    `Persons: ${n(count.persons)}, nine times in ten between ${n(count.interval.from)} and ${n(count.interval.to)}.`,
    ...count.at.map(({ probability, persons }) => `  ${n(persons)} when links count from ${probability} on`),
    `  ${n(count.halving)} if half of the records were repetitions`,
    `Clusters written: ${n(new Set(linked.person).size)}.`,
    `In ${out}: ${files.join(', ')}.`,
  ].join('\n')
}
