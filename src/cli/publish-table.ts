import { Command } from 'commander'
import { DisclosureProblem } from '#disclosure/problem.ts'
import { type Parents, readParents } from '#disclosure/tables/hierarchy.ts'
import type { Money } from '#disclosure/tables/money.ts'
import { publishTable } from '#disclosure/tables/publish-table.ts'
import { csvRows } from '#exchange/csv.ts'
import { sourceOf } from '#exchange/source.ts'
import type { CliContext } from './context.ts'
import { decimal, listOfNames, wholeNumber } from './number.ts'
import { type InputOptions, withInput } from './publish-input.ts'
import { publish } from './publish-release.ts'

interface TableOptions extends InputOptions {
  readonly by: string[][]
  readonly k: number
  readonly protection?: number
  readonly full: 'hide' | 'show'
  readonly round?: number
  readonly hierarchy: (readonly [string, string])[]
  readonly value?: string
  readonly percent: number
}

/** `waymark publish table`: numbers for people who cannot take noise. */
export function tableCommand(context: CliContext): Command {
  return withInput(
    new Command('table').description(
      'Tables without noise: small numbers hidden so that nobody can work them out, or all of them rounded.',
    ),
  )
    .requiredOption(
      '--by <columns>',
      'columns of a table: gender,ageBroad; again for another table',
      (text: string, before: string[][] | undefined) => [...(before ?? []), listOfNames(text)],
    )
    .option('--k <persons>', 'numbers from 1 to one less are hidden', wholeNumber, 10)
    .option(
      '--protection <width>',
      'how wide the interval of what a hidden number may be has to stay (default: k - 1)',
      wholeNumber,
    )
    .option('--full <what>', 'numbers that hold everybody of a group: hide or show', showOrHide, 'hide')
    .option('--round <base>', 'round every number to multiples of this instead of hiding', wholeNumber)
    .option(
      '--hierarchy <column=file>',
      'CSV of value and group of a column; again for another column',
      hierarchyOf,
      [],
    )
    .option('--value <column>', 'sum this column of amounts beside the numbers of persons')
    .option('--percent <p>', 'of the p % rule: sums that tell an amount to within p % are hidden', decimal, 15)
    .addHelpText(
      'after',
      `
Writes table.csv (or table-1.csv, …), report.html, cells.json and manifest.json. What each hidden number can be is worked out from everything that is shown, and
nothing goes out when that is too narrow, or when an earlier table of the same population would tell persons apart.

Example: waymark publish table --input cases.csv --schema ctdc-c --by gender,ageBroad --by citizenship,gender --hierarchy citizenship=regions.csv --out tables`,
    )
    .action(async (o: TableOptions) => {
      const parents = new Map<string, Parents>()
      for (const [column, file] of o.hierarchy) parents.set(column, await readParents(csvRows(sourceOf(file)), column))
      const columns = [...new Set(o.by.flat())]
      const money = o.value === undefined ? null : await amountsOf(o, o.value)
      await publish(context, { ...o, columns }, ({ table }, shared) =>
        publishTable({
          table,
          ...shared,
          by: o.by,
          parents,
          policy: { k: o.k, protection: o.protection ?? Math.max(2, o.k - 1), full: o.full === 'hide' },
          round: o.round ?? null,
          money,
        }),
      )
    })
}

function showOrHide(text: string): 'hide' | 'show' {
  if (text !== 'hide' && text !== 'show') throw new DisclosureProblem('table_full')
  return text
}

function hierarchyOf(text: string, before: (readonly [string, string])[]): (readonly [string, string])[] {
  const at = text.indexOf('=')
  if (at < 1) throw new DisclosureProblem('table_hierarchy')
  return [...before, [text.slice(0, at), text.slice(at + 1)]]
}

/** The amount of each row, in the order of the file; every row is another person. */
async function amountsOf(o: TableOptions, column: string): Promise<Money> {
  if (o.mergeSubjects || o.input === undefined) throw new DisclosureProblem('value_subjects')
  const amounts: number[] = []
  let at = -1
  for await (const { line, cells } of csvRows(sourceOf(o.input))) {
    if (at < 0) {
      at = cells.findIndex(cell => cell.replace(/^\uFEFF/, '').trim() === column)
      if (at < 0) throw new DisclosureProblem('column_absent', { column })
      continue
    }
    const text = (cells[at] ?? '').trim()
    const amount = text === '' ? 0 : Number(text)
    if (!Number.isFinite(amount) || amount < 0) throw new DisclosureProblem('value_amount', { line, column })
    amounts.push(amount)
  }
  return { column, amounts, percent: o.percent }
}
