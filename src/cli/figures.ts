import { Command, InvalidArgumentError, Option } from 'commander'
import { compareFigures } from '#figures/compare.ts'
import { comparisonText } from '#figures/comparison-text.ts'
import { countFigure } from '#figures/figure.ts'
import { indicators } from '#figures/indicators/all.ts'
import { figureText } from '#figures/text.ts'
import { systemActor } from '#register/work.ts'
import type { CliContext } from './context.ts'

interface Options {
  readonly indicator: string
  readonly year?: number
  readonly by: readonly string[]
  readonly where: Readonly<Record<string, readonly string[]>>
  readonly top?: number
  readonly of?: 'all' | 'known'
  readonly compare?: number
  readonly sameOffices?: boolean
}

/** `waymark figures`. What does not exist is refused with a list of what does (exit code 2). */
export function figuresCommand(context: CliContext): Command {
  return new Command('figures')
    .description('Count an indicator, with its unit, base, period, coverage and caveats.')
    .option('--indicator <id>', `what to count: ${[...indicators.keys()].join(', ')}`, 'instances')
    .option('--year <year>', 'one year; without it all years', wholeNumber)
    .option('--by <dimension>', 'rows; give it twice, or a,b, for two dimensions', eachOf, [])
    .option('--where <dimension=value>', 'only these; repeat for more values or dimensions', eachWhere, {})
    .option('--top <n>', 'ranks to show; ties may give more rows, unknown is always shown', wholeNumber)
    .addOption(
      new Option('--of <base>', 'shares of everything that fits, or of what is known').choices(['all', 'known']),
    )
    .option('--compare <year>', 'the base year with which --year is compared', wholeNumber)
    .option('--same-offices', 'with --compare: only offices that reported in both years in the same way')
    .addHelpText(
      'after',
      '\nExample: waymark figures --indicator instances --year 2011 --by nationality --top 10 --json',
    )
    .action(async ({ compare, sameOffices, ...query }: Options) => {
      const register = await context.openRegister()
      if (compare === undefined) {
        const figure = await countFigure(register, systemActor, query)
        context.out(context.json ? JSON.stringify(figure, null, 2) : figureText(figure))
        return
      }
      const { year, top: _, ...asked } = query
      if (year === undefined) throw new InvalidArgumentError('Name the later year with --year.')
      const found = await compareFigures(register, systemActor, { ...asked, from: compare, to: year, sameOffices })
      context.out(context.json ? JSON.stringify(found, null, 2) : comparisonText(found))
    })
}

function wholeNumber(text: string): number {
  if (!/^\d{1,6}$/.test(text)) throw new InvalidArgumentError('Give a whole number.')
  return Number(text)
}

const eachOf = (text: string, before: readonly string[]): string[] => [
  ...before,
  ...text
    .split(',')
    .map(name => name.trim())
    .filter(name => name !== ''),
]

function eachWhere(text: string, before: Options['where']): Options['where'] {
  const at = text.indexOf('=')
  if (at < 1 || at === text.length - 1) throw new InvalidArgumentError('Give it as dimension=value.')
  const [name, value] = [text.slice(0, at).trim(), text.slice(at + 1).trim()]
  return { ...before, [name]: [...(before[name] ?? []), value] }
}
