import { createWriteStream } from 'node:fs'
import { extname } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Command } from 'commander'
import { stringify } from 'csv-stringify'
import { migrants, type TrueRegistration } from '#linkage/synthetic/migrants.ts'
import type { CliContext } from './context.ts'
import { wholeNumber } from './number.ts'

/** `waymark link synthesise`: registrations of invented persons, and apart from them who is who. */
export function synthesiseCommand(context: CliContext): Command {
  return new Command('synthesise')
    .description('Write registrations of invented migrants, to try a linkage on. The same seed gives the same file.')
    .requiredOption('--persons <n>', 'how many persons (about one and a half registrations each)', wholeNumber)
    .option('--seed <s>', 'another seed, other persons', wholeNumber, 1)
    .requiredOption('--out <file>', 'CSV to write; the truth goes beside it as <file>.truth.csv')
    .action(async ({ persons, seed, out }: { persons: number; seed: number; out: string }) => {
      const truth = out.slice(0, out.length - extname(out).length) + '.truth.csv'
      let registrations = 0
      const counted = function* (): Generator<TrueRegistration> {
        for (const each of migrants({ persons, seed })) {
          registrations++
          yield each
        }
      }
      await write(out, counted, each => each.registration)
      await write(
        truth,
        () => migrants({ persons, seed }),
        each => ({ id: each.registration.id, person: each.person, episode: each.episode }),
      )
      if (context.json) context.out(JSON.stringify({ persons, registrations, seed, out, truth }))
      else
        context.out(`${registrations} registrations of ${persons} invented persons in ${out}; who is who in ${truth}.`)
    })
}

async function write(
  file: string,
  from: () => Iterable<TrueRegistration>,
  row: (each: TrueRegistration) => object,
): Promise<void> {
  const rows = function* () {
    for (const each of from()) yield row(each)
  }
  await pipeline(Readable.from(rows()), stringify({ header: true }), createWriteStream(file))
}
