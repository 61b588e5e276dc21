import { Command } from 'commander'
import { attack, type GroupReport } from '#disclosure/attack.ts'
import { countCombinations } from '#disclosure/count.ts'
import { differences } from '#disclosure/differencing.ts'
import { listsFor } from '#disclosure/own-lists.ts'
import { type Line, readFacts } from '#disclosure/read-facts.ts'
import { only } from '#disclosure/schema.ts'
import type { CliContext } from './context.ts'
import { linesOf, withoutSubject } from './publish-evaluate.ts'
import { wholeNumber } from './number.ts'
import { schemaOf, thisYear } from './publish-input.ts'

interface AttackOptions {
  readonly sensitive: string
  readonly synthetic: string
  readonly strangers?: string
  readonly earlier?: string
  readonly by?: string
  readonly schema?: string
  readonly lastYear: number
  readonly k: number
}

/** `waymark publish attack`: what the records of a release give away about the persons. */
export function attackCommand(context: CliContext): Command {
  return new Command('attack')
    .description('Attack the records of a release with the persons at hand. The answer is not for publishing.')
    .requiredOption('--sensitive <file>', 'the table of persons (CSV)')
    .requiredOption('--synthetic <file>', 'the records of the release (CSV)')
    .option('--strangers <file>', 'persons of the same kind who were not in it, for membership')
    .option('--earlier <file>', 'records of an earlier release, for differences')
    .option('--by <column>', 'also for each value of this column: minors, small countries')
    .option(
      '--schema <schema>',
      'the public schema; without it a CTDC schema that fits, else columns and values as in the files',
    )
    .option('--last-year <year>', 'the last year of registration in the CTDC schemas', wholeNumber, thisYear())
    .option('--k <persons>', 'differences of fewer persons are told', wholeNumber, 11)
    .action(async (o: AttackOptions) => {
      const files = [
        o.sensitive,
        o.synthetic,
        ...(o.strangers === undefined ? [] : [o.strangers]),
        ...(o.earlier === undefined ? [] : [o.earlier]),
      ]
      const read = new Map<string, Line[]>()
      for (const file of files) read.set(file, await linesOf(file))
      const schema = await (o.schema === undefined
        ? listsFor([...read.values()], o.lastYear)
        : schemaOf(o.schema, o.lastYear))
      const { table: persons } = await readFacts(read.get(o.sensitive) ?? [], schema, { mergeSubjects: true })
      const own = only(withoutSubject(schema), new Set(persons.domain.schema.columns.map(each => each.name)))
      const factsOf = async (file: string) => (await readFacts(read.get(file) ?? [], own)).table
      const records = await factsOf(o.synthetic)
      const report = attack({
        persons,
        records,
        ...(o.strangers === undefined ? {} : { strangers: await factsOf(o.strangers) }),
        ...(o.by === undefined ? {} : { by: o.by }),
      })
      const steps =
        o.earlier === undefined
          ? null
          : differences(await countCombinations(await factsOf(o.earlier), 3), await countCombinations(records, 3), o.k)
              .length
      context.out(
        context.json ? JSON.stringify({ ...report, differences: steps }, null, 2) : attackText(report, steps, o.k),
      )
    })
}

const percent = (share: number): string => `${(100 * share).toFixed(1)} %`

function attackText(report: ReturnType<typeof attack>, steps: number | null, k: number): string {
  return [
    ...report.groups.map(groupText),
    `Number of records is the exact number of persons: ${report.rowCountIsExact ? 'yes' : 'no'}.`,
    `Order of records tells something: ${report.orderTells ? 'perhaps, they are not sorted' : 'no, they are sorted'}.`,
    ...(steps === null ? [] : [`Combinations less than ${k} apart from the earlier release: ${steps}.`]),
    report.note,
  ].join('\n')
}

const groupText = (each: GroupReport): string =>
  [
    `${each.group} (${each.persons} persons)`,
    `  records equal to a whole person: ${percent(each.copies.share)} of ${each.copies.of}; to what fewer than 10 have: ${each.copiesOfRare}; to what one has: ${each.copiesOfUnique}`,
    `  persons unlike all others to whom one record is equal: ${percent(each.linked.share)} of ${each.linked.of}`,
    `  one value guessed from all others: ${percent(each.inferred.share)} of ${each.inferred.of}, by the commonest value ${percent(each.inferredByCommonest.share)}`,
    ...(each.membership === null ? [] : [`  membership: ${each.membership.toFixed(3)} (0.5 is a coin)`]),
  ].join('\n')
