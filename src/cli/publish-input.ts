import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Command } from 'commander'
import { ctdcNames, ctdcSchema } from '#disclosure/ctdc-schema.ts'
import { Ledger } from '#disclosure/ledger.ts'
import { DisclosureProblem } from '#disclosure/problem.ts'
import { type Line, readFacts } from '#disclosure/read-facts.ts'
import { type PublicSchema, readSchema } from '#disclosure/schema.ts'
import { csvRows } from '#exchange/csv.ts'
import { sourceOf } from '#exchange/source.ts'
import { registerLines } from '#server/release-facts.ts'
import { type CliContext, exitCode } from './context.ts'
import { listOfNames, wholeNumber } from './number.ts'

/** What every release reads and where it goes. */
export interface InputOptions {
  readonly input?: string
  readonly register?: boolean
  readonly office?: string
  readonly schema: string
  readonly columns?: string[]
  readonly mergeSubjects?: boolean
  readonly lastYear: number
  readonly population: string
  readonly ledger?: string
  readonly out: string
}

export function withInput(command: Command): Command {
  return command
    .option('--input <file>', 'CSV (UTF-8), one row a person, or several with an id named by the schema')
    .option('--register', 'instead of a file the persons of this register, in the columns of a CTDC schema')
    .option('--office <code>', 'with --register: only this office and those below it')
    .requiredOption('--schema <schema>', `${ctdcNames.join(', ')}, or a JSON file of public columns and code lists`)
    .option('--columns <names>', 'use only these columns: a,b,c', listOfNames)
    .option('--merge-subjects', 'join the rows of one person instead of refusing them')
    .option('--last-year <year>', 'the last year of registration in the CTDC schemas', wholeNumber, thisYear())
    .option('--population <name>', 'whose budget is charged', 'default')
    .option('--ledger <folder>', 'where the ledger is (default: disclosure in the data folder)')
    .requiredOption('--out <folder>', 'where the files go; new or empty')
}

export const thisYear = (): number => new Date().getUTCFullYear()

export function ledgerOf(context: CliContext, folder: string | undefined): Ledger {
  return new Ledger(folder ?? join(context.dataDir, 'disclosure'), () => new Date())
}

/** A CTDC schema by its name, or the schema of a JSON file. */
export async function schemaOf(name: string, lastYear: number): Promise<PublicSchema> {
  const known = ctdcNames.find(each => each === name)
  if (known !== undefined) return ctdcSchema(known, lastYear)
  const text = await readFile(name, 'utf8').catch(() => {
    throw new DisclosureProblem('schema_name', { name })
  })
  return readSchema(text, name.replace(/^.*[\\/]/, '').replace(/\.json$/, ''))
}

export async function factsOf(context: CliContext, o: InputOptions) {
  const schema = await schemaOf(o.schema, o.lastYear)
  const options = {
    ...(o.columns === undefined ? {} : { columns: o.columns }),
    mergeSubjects: o.mergeSubjects === true,
  }
  if ((o.input === undefined) === (o.register !== true)) throw new DisclosureProblem('input_one')
  return o.input === undefined
    ? readFacts(await linesOfRegister(context, o, schema), schema, options)
    : readFacts(csvRows(sourceOf(o.input)), schema, options)
}

async function linesOfRegister(context: CliContext, o: InputOptions, schema: PublicSchema): Promise<readonly Line[]> {
  const name = ctdcNames.find(each => each === o.schema)
  if (name === undefined) throw new DisclosureProblem('register_schema')
  const register = await context.openRegister()
  const { lines, leftOut, unlisted } = await registerLines(register, { name, schema, office: o.office ?? null })
  for (const text of leftOut) context.err(text)
  if (unlisted > 0)
    context.err(`${unlisted} answers are not in the public lists (such as an early year) and count as not recorded.`)
  return lines
}

/** Runs until it is done or somebody presses Ctrl-C. */
export async function stoppable(context: CliContext, work: (signal: AbortSignal) => Promise<void>): Promise<void> {
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
export function teller(context: CliContext): (step: string, done: number) => void {
  let last = Date.now()
  return (step, done) => {
    if (Date.now() - last < 2000) return
    last = Date.now()
    context.err(`${step}: ${Math.floor(done * 100)} %`)
  }
}
