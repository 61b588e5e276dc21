import { Command } from 'commander'
import { listsFor } from '#disclosure/own-lists.ts'
import { DisclosureProblem } from '#disclosure/problem.ts'
import { readAggregates } from '#disclosure/read-aggregates.ts'
import { type Line, readFacts } from '#disclosure/read-facts.ts'
import { only, type PublicSchema } from '#disclosure/schema.ts'
import { cardText, utilityCard } from '#disclosure/utility-card.ts'
import { csvRows } from '#exchange/csv.ts'
import { sourceOf } from '#exchange/source.ts'
import type { CliContext } from './context.ts'
import { listOfNames, wholeNumber } from './number.ts'
import { schemaOf, stoppable, thisYear } from './publish-input.ts'

interface EvaluateOptions {
  readonly sensitive: string
  readonly synthetic?: string
  readonly aggregates?: string
  readonly schema?: string
  readonly columns?: string[]
  readonly lastYear: number
  readonly reportingLength: number
}

/** `waymark publish evaluate`: the utility card of a release. */
export function evaluateCommand(context: CliContext): Command {
  return new Command('evaluate')
    .description('Compare a release with the persons it was made from, by length. The answer is not for publishing.')
    .requiredOption('--sensitive <file>', 'the table of persons (CSV)')
    .option('--synthetic <file>', 'the records of the release (CSV)')
    .option('--aggregates <file>', 'instead of records: the aggregates.csv of the release')
    .option(
      '--schema <schema>',
      'the public schema; without it a CTDC schema that fits, else columns and values as in the files',
    )
    .option('--columns <names>', 'compare only these columns: a,b,c', listOfNames)
    .option('--last-year <year>', 'the last year of registration in the CTDC schemas', wholeNumber, thisYear())
    .option('--reporting-length <length>', 'how many values are counted together', wholeNumber, 4)
    .addHelpText(
      'after',
      `
error         mean difference over combinations that are in both
error of all  the same over all that are in either, with 0 for the other
suppressed    of the combinations that somebody has, those the release says nothing of
as none       of the same, those the release shows with a count of 0
fabricated    combinations that nobody has: of those that somebody has, of those released, and by counts
rare shown    combinations of fewer than ten persons that the release shows
zeros right   of the possible combinations that nobody has, those the release shows as none`,
    )
    .action(async (o: EvaluateOptions) => {
      const { synthetic, aggregates } = o
      if ((synthetic === undefined) === (aggregates === undefined)) throw new DisclosureProblem('evaluate_nothing')
      await stoppable(context, async signal => {
        const people = await linesOf(o.sensitive)
        const records = synthetic === undefined ? null : await linesOf(synthetic)
        const lists = await (o.schema === undefined
          ? listsFor(records === null ? [people] : [people, records], o.lastYear)
          : schemaOf(o.schema, o.lastYear))
        const columns = o.columns === undefined ? {} : { columns: o.columns }
        const { table } = await readFacts(people, lists, { ...columns, mergeSubjects: true })
        // The records are read by the columns of the persons, which the domain of both rests on.
        const own = new Set(table.domain.schema.columns.map(column => column.name))
        const released =
          records === null
            ? await readAggregates(csvRows(sourceOf(aggregates ?? '')), table.domain)
            : (await readFacts(records, only(withoutSubject(lists), own), columns)).table
        const card = await utilityCard(table, released, o.reportingLength, signal)
        context.out(context.json ? JSON.stringify(card, null, 2) : cardText(card))
      })
    })
}

/** The lines of a file, to be read twice. */
export async function linesOf(file: string): Promise<Line[]> {
  const lines: Line[] = []
  for await (const line of csvRows(sourceOf(file))) lines.push(line)
  return lines
}

/** Records are of nobody, so they have no id. */
export const withoutSubject = ({ name, columns }: PublicSchema): PublicSchema => ({ name, columns })
