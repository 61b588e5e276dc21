import { Command, InvalidArgumentError } from 'commander'
import { parseSchema } from '#linkage/encoding/schema.ts'
import { bare, type Simulation, simulate } from '#linkage/simulate/simulate.ts'
import { answer } from './answer.ts'
import type { CliContext } from './context.ts'
import { readText } from './link-lines.ts'
import { wholeNumber } from './number.ts'

/** `waymark link simulate`: what a schema finds and what it gives away, on invented people. */
export function simulateCommand(context: CliContext): Command {
  return new Command('simulate')
    .description('Try a linkage schema on invented migrants: precision, recall, and how far two attacks come.')
    .requiredOption('--schema <file>', 'linkage schema')
    .option('--persons <n>', 'invented persons; the more like your register, the better', wholeNumber, 1000)
    .option('--seed <s>', 'another seed, other persons', wholeNumber, 1)
    .option('--overlap <share...>', 'shares of the records that an attacker’s list has too', share)
    .addHelpText(
      'after',
      '\nThe people are invented and kinder than life: use it to compare schemas, never as a promise (docs/linkage-encodings.md).',
    )
    .action(async (o: { schema: string; persons: number; seed: number; overlap?: number[] }) => {
      const schema = parseSchema(await readText(o.schema))
      const options = { persons: o.persons, seed: o.seed, overlaps: o.overlap ?? [1, 0.5, 0.25] }
      const asAgreed = await simulate(schema, options)
      const hardened = (schema.waymark?.hardening ?? []).length > 0
      const without = hardened ? await simulate(bare(schema), options) : null
      answer(context, { ...asAgreed, withoutHardening: without }, table(asAgreed, without))
    })
}

/** Lines of words and numbers; a second column where there is hardening to compare with. */
function table(agreed: Simulation, without: Simulation | null): string {
  const { accuracy } = agreed
  const both = (say: (of: Simulation) => string) =>
    `${say(agreed).padEnd(50)}${without === null ? '' : say(without)}`.trimEnd()
  return [
    `${accuracy.records} registrations of ${accuracy.persons} invented persons, two owners`,
    '',
    row(
      '',
      both(of => (of === agreed ? 'this schema' : 'without its hardening')),
    ),
    'Linkage',
    ...accuracy.at.map(({ probability }, at) =>
      row(
        `probability ${probability}`,
        both(({ accuracy: { at: levels } }) => {
          const level = levels[at]
          return level === undefined
            ? ''
            : `precision ${percent(level.precision)}, recall ${percent(level.recall)}, ${level.counted} persons`
        }),
      ),
    ),
    'Attack by frequency: values guessed from the encodings and a list of common names',
    ...agreed.frequency.map(({ encoding, feature, blind }, at) =>
      row(
        `${encoding} (${feature})`,
        both(
          ({ frequency }) =>
            `${percent(frequency[at]?.guessed ?? 0)} right, ${percent(frequency[at]?.equal ?? 0)} rows repeat`,
        ) + `   blind guess ${percent(blind)}`,
      ),
    ),
    'Attack by graph matching: records named from a list that has a share of the same people',
    ...agreed.graph.map(({ overlap }, at) =>
      row(
        `${percent(overlap)} overlap`,
        both(
          ({ graph }) =>
            `${percent(graph[at]?.recall ?? 0)} named, ${percent(graph[at]?.precision ?? 0)} of names right`,
        ),
      ),
    ),
  ].join('\n')
}

const row = (label: string, text: string): string => `  ${label.padEnd(28)}${text}`.trimEnd()

const percent = (of: number): string => `${(of * 100).toFixed(of < 0.1 && of > 0 ? 1 : 0)} %`

function share(text: string, before: number[] = []): number[] {
  const value = Number(text)
  if (!(value > 0 && value <= 1)) throw new InvalidArgumentError('A share from 0 to 1 is needed, e.g. 0.5.')
  return [...before, value]
}
