import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Command, Option } from 'commander'
import { ctdcNames, ctdcSchema } from '#disclosure/ctdc-schema.ts'
import { Ledger } from '#disclosure/ledger.ts'
import { DisclosureProblem } from '#disclosure/problem.ts'
import { publishDp } from '#disclosure/publish-dp.ts'
import { readFacts } from '#disclosure/read-facts.ts'
import { type PublicSchema, readSchema } from '#disclosure/schema.ts'
import { csvRows } from '#exchange/csv.ts'
import { sourceOf } from '#exchange/source.ts'
import { checkFree, writeFolder } from '#reports/folder.ts'
import { type CliContext, exitCode } from './context.ts'
import { decimal, listOfNames, wholeNumber } from './number.ts'

interface InputOptions {
  readonly input: string
  readonly schema: string
  readonly columns?: string[]
  readonly mergeSubjects?: boolean
  readonly lastYear: number
  readonly out: string
}

interface DpOptions extends InputOptions {
  readonly epsilon: number
  readonly delta: number
  readonly argueDelta?: string
  readonly reportingLength: number
  readonly cap?: number
  readonly overCap: 'refuse' | 'truncate'
  readonly fabrication: number
  readonly population: string
  readonly ledger?: string
}

/** `waymark publish`: releases that cannot be turned back into people, from any CSV. The register is not opened. */
export function publishCommand(context: CliContext): Command {
  const command = new Command('publish')
    .description('Publish a table of coded facts so that it cannot be turned back into people (docs/disclosure.md).')
    .addHelpText('after', '\nThe register is not opened. Read docs/disclosure.md before the first release.')
  command.addCommand(dpCommand(context))
  return command
}

function withInput(command: Command): Command {
  return command
    .requiredOption('--input <file>', 'CSV (UTF-8), one row a person, or several with an id named by the schema')
    .requiredOption('--schema <schema>', `${ctdcNames.join(', ')}, or a JSON file of public columns and code lists`)
    .option('--columns <names>', 'use only these columns: a,b,c', listOfNames)
    .option('--merge-subjects', 'join the rows of one person instead of refusing them')
    .option(
      '--last-year <year>',
      'the last year of registration in the CTDC schemas',
      wholeNumber,
      new Date().getUTCFullYear(),
    )
    .requiredOption('--out <folder>', 'where the files go; new or empty')
}

function dpCommand(context: CliContext): Command {
  return withInput(new Command('dp').description('Noisy counts and synthetic records under differential privacy.'))
    .requiredOption('--epsilon <number>', 'how much may be learned of one person', decimal)
    .requiredOption('--delta <number>', 'chance that the promise fails; at most 1e-9 unless argued', decimal)
    .option('--argue-delta <reason>', 'why delta may be above 1e-9; published with the release')
    .requiredOption('--reporting-length <length>', 'how many values are counted together', wholeNumber)
    .option('--cap <values>', 'the most values of one person that count (default: all)', wholeNumber)
    .addOption(
      new Option('--over-cap <what>', 'persons with more values: refuse the file, or count a random part')
        .choices(['refuse', 'truncate'])
        .default('refuse'),
    )
    .option('--fabrication <share>', 'share of combinations that may be expected to stand for nobody', decimal, 0.02)
    .option('--population <name>', 'whose budget is charged', 'default')
    .option('--ledger <folder>', 'where the ledger is (default: disclosure in the data folder)')
    .addHelpText(
      'after',
      `
Writes synthetic.csv, aggregates.csv, manifest.json and report.html. The budget is charged in the ledger before anything
is sampled, and the same request is answered with the files it gave before.

Example: waymark publish dp --input cases.csv --schema ctdc-c --epsilon 4 --delta 1e-9 --reporting-length 3 --out release`,
    )
    .action(async (o: DpOptions) => {
      await checkFree(o.out)
      const { table, linesOf } = await factsOf(o)
      await stoppable(context, async signal => {
        const publication = await publishDp({
          table,
          linesOf,
          population: o.population,
          parameters: {
            epsilon: o.epsilon,
            delta: o.delta,
            ...(o.argueDelta === undefined ? {} : { deltaArgument: o.argueDelta }),
            reportingLength: o.reportingLength,
            ...(o.cap === undefined ? {} : { cap: o.cap }),
            overCap: o.overCap,
            fabrication: o.fabrication,
          },
          ledger: ledgerOf(context, o.ledger),
          signal,
          progress: teller(context),
        })
        await writeFolder(o.out, publication.files)
        const files = publication.files.map(({ name, sha256 }) => ({ name, sha256 }))
        const { again, rho } = publication
        context.out(
          context.json
            ? JSON.stringify({ folder: o.out, again, rho, files }, null, 2)
            : `${again ? 'The same release as before, from the ledger; nothing was spent.' : `Spent ${rho.toPrecision(4)} rho of ${o.population}.`} ${o.out}: ${files.map(({ name }) => name).join(', ')}`,
        )
      })
    })
}

function ledgerOf(context: CliContext, folder: string | undefined): Ledger {
  return new Ledger(folder ?? join(context.dataDir, 'disclosure'), () => new Date())
}

async function schemaOf(name: string, lastYear: number): Promise<PublicSchema> {
  const known = ctdcNames.find(each => each === name)
  if (known !== undefined) return ctdcSchema(known, lastYear)
  const text = await readFile(name, 'utf8').catch(() => {
    throw new DisclosureProblem('schema_name', { name })
  })
  return readSchema(text, name.replace(/^.*[\\/]/, '').replace(/\.json$/, ''))
}

async function factsOf(o: InputOptions) {
  const schema = await schemaOf(o.schema, o.lastYear)
  return readFacts(csvRows(sourceOf(o.input)), schema, {
    ...(o.columns === undefined ? {} : { columns: o.columns }),
    mergeSubjects: o.mergeSubjects === true,
  })
}

/** Runs until it is done or somebody presses Ctrl-C. */
async function stoppable(context: CliContext, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
  const stop = new AbortController()
  const onInterrupt = () => {
    context.err('Stopping …')
    stop.abort()
  }
  process.once('SIGINT', onInterrupt)
  try {
    await work(stop.signal)
  } catch (error) {
    if (!(error instanceof DisclosureProblem && error.code.startsWith('stopped'))) throw error
    context.err(error.message)
    process.exitCode = exitCode.failed
  } finally {
    process.removeListener('SIGINT', onInterrupt)
  }
}

/** A line at most every two seconds. */
function teller(context: CliContext): (step: string, done: number) => void {
  let last = Date.now()
  return (step, done) => {
    if (Date.now() - last < 2000) return
    last = Date.now()
    context.err(`${step}: ${Math.floor(done * 100)} %`)
  }
}
