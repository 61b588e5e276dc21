import { Command, Option } from 'commander'
import { defaultYearlyRho } from '#disclosure/ledger.ts'
import { publishDp } from '#disclosure/publish-dp.ts'
import { publishKanon } from '#disclosure/publish-kanon.ts'
import type { CliContext } from './context.ts'
import { decimal, wholeNumber } from './number.ts'
import { attackCommand } from './publish-attack.ts'
import { evaluateCommand } from './publish-evaluate.ts'
import { type InputOptions, ledgerOf, withInput } from './publish-input.ts'
import { publish } from './publish-release.ts'
import { tableCommand } from './publish-table.ts'

interface DpOptions extends InputOptions {
  readonly epsilon: number
  readonly delta: number
  readonly argueDelta?: string
  readonly reportingLength: number
  readonly cap?: number
  readonly overCap: 'refuse' | 'truncate'
  readonly fabrication: number
}

interface KanonOptions extends InputOptions {
  readonly k: number
  readonly reportingLength: number
}

/** `waymark publish`: releases that cannot be turned back into people, from any CSV. The register is not opened. */
export function publishCommand(context: CliContext): Command {
  const command = new Command('publish')
    .description('Publish a table of coded facts so that it cannot be turned back into people (docs/disclosure.md).')
    .addHelpText('after', '\nThe register is not opened. Read docs/disclosure.md before the first release.')
  for (const each of [dpCommand, kanonCommand, tableCommand, evaluateCommand, attackCommand, budgetCommand])
    command.addCommand(each(context))
  return command
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
    .addHelpText(
      'after',
      `
Writes synthetic.csv, aggregates.csv, manifest.json and report.html. The budget is charged in the ledger before anything
is sampled, and the same request is answered with the files it gave before.

Example: waymark publish dp --input cases.csv --schema ctdc-c --epsilon 4 --delta 1e-9 --reporting-length 3 --out release`,
    )
    .action((o: DpOptions) =>
      publish(context, o, async (facts, shared) =>
        publishDp({
          ...facts,
          ...shared,
          parameters: {
            epsilon: o.epsilon,
            delta: o.delta,
            ...(o.argueDelta === undefined ? {} : { deltaArgument: o.argueDelta }),
            reportingLength: o.reportingLength,
            ...(o.cap === undefined ? {} : { cap: o.cap }),
            overCap: o.overCap,
            fabrication: o.fabrication,
          },
        }),
      ),
    )
}

function kanonCommand(context: CliContext): Command {
  return withInput(
    new Command('kanon').description('Records of which every combination is shared by at least k persons. Once only.'),
  )
    .option('--k <persons>', 'how many persons must share whatever a record holds', wholeNumber, 11)
    .option('--reporting-length <length>', 'how many values are counted together in aggregates.csv', wholeNumber, 3)
    .addHelpText(
      'after',
      `
Writes synthetic.csv, aggregates.csv, manifest.json and report.html. A population is published so once: a second release
would tell persons apart by the difference. It does not hide what all who are alike have in common; publish dp does more.`,
    )
    .action((o: KanonOptions) =>
      publish(context, o, ({ table }, shared) =>
        publishKanon({ table, ...shared, k: o.k, reportingLength: o.reportingLength }),
      ),
    )
}

/** Sets or shows what may be spent of a population in a year. */
function budgetCommand(context: CliContext): Command {
  return new Command('budget')
    .description('Show what was spent of a population this year and what may be, or set the latter.')
    .option('--population <name>', 'whose budget', 'default')
    .option('--rho <number>', `what may be spent in a calendar year (without one: ${defaultYearlyRho})`, decimal)
    .option('--ledger <folder>', 'where the ledger is (default: disclosure in the data folder)')
    .action(async (o: { population: string; rho?: number; ledger?: string }) => {
      const ledger = ledgerOf(context, o.ledger)
      if (o.rho !== undefined) await ledger.setBudget(o.population, o.rho)
      const { spent, cap } = await ledger.standing(o.population)
      context.out(
        context.json
          ? JSON.stringify({ population: o.population, spent, cap })
          : `${o.population}: ${spent.toPrecision(4)} of ${cap} rho spent this year.`,
      )
    })
}
