import type { Publication } from '#disclosure/publication.ts'
import { checkFree, writeFolder } from '#reports/folder.ts'
import type { CliContext } from './context.ts'
import { factsOf, type InputOptions, ledgerOf, stoppable, teller } from './publish-input.ts'

export type Facts = Awaited<ReturnType<typeof factsOf>>
export type Shared = {
  readonly population: string
  readonly ledger: ReturnType<typeof ledgerOf>
  readonly signal: AbortSignal
  readonly progress: (step: string, done: number) => void
}

/** Reads the table, publishes it and writes the files to a folder that appears whole or not at all. */
export async function publish(
  context: CliContext,
  o: InputOptions,
  make: (facts: Facts, shared: Shared) => Promise<Publication>,
): Promise<void> {
  await checkFree(o.out)
  const facts = await factsOf(context, o)
  await stoppable(context, async signal => {
    const shared = { population: o.population, ledger: ledgerOf(context, o.ledger), signal, progress: teller(context) }
    const { files, again, rho } = await make(facts, shared)
    await writeFolder(o.out, files)
    const names = files.map(({ name }) => name).join(', ')
    const spent = again
      ? 'The same release as before, from the ledger.'
      : `${rho.toPrecision(4)} rho of ${o.population} spent.`
    context.out(
      context.json
        ? JSON.stringify(
            { folder: o.out, again, rho, files: files.map(({ name, sha256 }) => ({ name, sha256 })) },
            null,
            2,
          )
        : `${spent} ${o.out}: ${names}`,
    )
  })
}
