import { Command } from 'commander'
import { type Evaluation, evaluate } from '#linkage/evaluate.ts'
import type { CliContext } from './context.ts'

interface EvaluateOptions {
  readonly pairs: string
  readonly truth: string[]
  readonly id: string
  readonly entity: string
  readonly entityFrom?: string
  readonly within?: boolean
}

/** `waymark link evaluate`: what a linkage found, held against a truth. */
export function evaluateCommand(context: CliContext): Command {
  return new Command('evaluate')
    .description('Hold pairs.csv against a truth: precision, recall and F1 at thresholds, and the best.')
    .requiredOption('--pairs <file>', 'pairs.csv of a linkage')
    .requiredOption('--truth <files...>', 'the file, or files, with a column that says who is who')
    .requiredOption('--id <column>', 'column of the truth with the number of each record')
    .requiredOption('--entity <column>', 'column of the truth that is equal for records of one person')
    .option('--entity-from <regexp>', 'the first group of this expression in the entity column is the person')
    .option('--within', 'with several files: pairs within one file count too')
    .action(async ({ pairs, truth, id, entity, entityFrom, within }: EvaluateOptions) => {
      const between = truth.length > 1 && !within
      const found = await evaluate(
        { pairs, truth, id, entity, entityFrom, between },
        { step: () => {}, warn: context.err },
      )
      context.out(context.json ? JSON.stringify(found, null, 2) : table(found))
    })
}

function table({ truePairs, writtenPairs, best, at }: Evaluation): string {
  const line = (label: string, { weight, precision, recall, f1 }: Evaluation['best']) =>
    `${label.padEnd(18)}${weight.toFixed(2).padStart(8)}${[precision, recall, f1].map(value => value.toFixed(4).padStart(11)).join('')}`
  return [
    `${truePairs.toLocaleString('en')} true pairs, ${writtenPairs.toLocaleString('en')} pairs written.`,
    `${'threshold'.padEnd(18)}${'weight'.padStart(8)}${'precision'.padStart(11)}${'recall'.padStart(11)}${'F1'.padStart(11)}`,
    ...at.map(each => line(`probability ${Number(each.probability.toFixed(4))}`, each)),
    line('best', best),
  ].join('\n')
}
